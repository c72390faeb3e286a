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

/** All of it in one JVM. */
@Command(
    name = "demo",
    description = {
      "See it work: starts Kafka and Flink in this process, trains an LSTM on two weeks of history, replays a week with known anomalies"
          + " while it watches this machine, prints each alert, and counts what was found.",
      "Needs nothing but this checkout; leaves nothing behind but the PyTorch library that DJL unpacks once into ~/.djl.ai."
    })
public final class DemoCommand implements Callable<Integer> {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Replay this folder of CSV files instead; with NAB's windows.json in it, alerts are held against its labels.")
  private Optional<Path> data = Optional.empty();

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "Run this model instead of training one.")
  private Optional<Path> model = Optional.empty();

  @Option(
      names = "--seconds",
      defaultValue = "45",
      description = "About how long the replay is to take (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--epochs",
      defaultValue = "60",
      description = "Most passes of training over the history (default: ${DEFAULT-VALUE}).")
  private int epochs;

  @Option(
      names = "--live",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Watch this machine, too (default: yes).")
  private boolean live;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Of the generated series and of training (default: ${DEFAULT-VALUE}).")
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
