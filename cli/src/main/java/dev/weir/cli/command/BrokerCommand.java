// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.command;

import dev.weir.sandbox.broker.EmbeddedBroker;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code weir broker}: runs a Kafka broker in this process. */
@Command(
    name = "broker",
    description = {
      "Run a Kafka broker in this process until Ctrl-C, to try out Weir.",
      "Its records are deleted when it stops."
    })
public final class BrokerCommand implements Callable<Integer> {

  @Option(
      names = "--port",
      defaultValue = "9092",
      description = "Port on the loopback interface (default: ${DEFAULT-VALUE}).")
  private int port;

  @CommandLine.Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Interruptible.run(this::runBroker);
    return CommandLine.ExitCode.OK;
  }

  private void runBroker() throws IOException {
    try (EmbeddedBroker broker = EmbeddedBroker.start(port)) {
      PrintWriter out = spec.commandLine().getOut();
      out.printf("Kafka broker at %s; Ctrl-C stops it%n", broker.address());
      out.flush();
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
