// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.command;

import dev.weir.cli.demo.Demo;
import dev.weir.cli.demo.DemoOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code weir demo}: runs the demo. */
@Command(
    name = "demo",
    description = {
      "Show Weir at work: start Kafka and Flink in this process, train an LSTM on two weeks of history, replay a week with known anomalies"
          + " together with this machine's metrics, print each alert, and count the anomalies found.",
      "Deletes its files at the end, except for the PyTorch library, which DJL unpacks once into ~/.djl.ai."
    })
public final class DemoCommand implements Callable<Integer> {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Replay this folder of CSV files instead; alerts are compared with the labels in its windows.json, if present.")
  private Optional<Path> data = Optional.empty();

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "Run this model instead of training one.")
  private Optional<Path> model = Optional.empty();

  @Option(
      names = "--seconds",
      defaultValue = "45",
      description = "Approximate duration of the replay, seconds (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--epochs",
      defaultValue = "60",
      description = "Maximum number of passes over the history (default: ${DEFAULT-VALUE}).")
  private int epochs;

  @Option(
      names = "--live",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Send this machine's metrics, too (default: yes).")
  private boolean live;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Seed of the generated series and of training (default: ${DEFAULT-VALUE}).")
  private long seed;

  @CommandLine.Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    DemoOptions options = new DemoOptions(data, model, seconds, epochs, live, seed);
    TerminalScreen screen =
        new TerminalScreen(spec.commandLine().getOut(), spec.commandLine().getColorScheme());
    Interruptible.run(() -> new Demo(options, Clock.systemUTC(), screen).run());
    return CommandLine.ExitCode.OK;
  }
}
