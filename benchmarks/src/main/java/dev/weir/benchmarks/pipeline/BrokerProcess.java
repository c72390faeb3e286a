// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.pipeline;

import dev.weir.sandbox.broker.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Runs the broker in a process, so that its CPU time is measured separately. */
final class BrokerProcess {

  private BrokerProcess() {}

  /** Serves until its standard input ends; its first line tells where it listens. */
  public static void main(String[] arguments) throws IOException {
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      System.out.println(broker.address());
      while (System.in.read() >= 0) {
        // nothing is ever sent
      }
    }
  }

  static ChildProcess start(Path log) throws IOException {
    return ChildProcess.start(
        BrokerProcess.class, List.of("-Xms512m", "-Xmx512m", "-Dweir.log=" + log), List.of());
  }
}
