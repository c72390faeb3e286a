// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.process;

import dev.weir.sandbox.broker.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Kafka broker in a separate process, so that its CPU time is measured separately. */
public final class BrokerProcess {

  private BrokerProcess() {}

  /** Runs the broker until standard input ends. Prints its address. */
  public static void main(String[] arguments) throws IOException {
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      System.out.println(broker.address());
      while (System.in.read() >= 0) {
        // the parent sends nothing
      }
    }
  }

  /** Starts the broker process. */
  public static ChildProcess start(Path log) throws IOException {
    return ChildProcess.start(
        BrokerProcess.class, List.of("-Xms512m", "-Xmx512m", "-Dweir.log=" + log), List.of());
  }
}
