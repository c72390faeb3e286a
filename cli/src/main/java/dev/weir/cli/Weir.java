// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli;

import dev.weir.cli.command.AlertsCommand;
import dev.weir.cli.command.BrokerCommand;
import dev.weir.cli.command.CompareCommand;
import dev.weir.cli.command.DemoCommand;
import dev.weir.cli.command.ErrorLine;
import dev.weir.cli.command.EvaluateCommand;
import dev.weir.cli.command.ForecastCommand;
import dev.weir.cli.command.JobCommand;
import dev.weir.cli.command.PlanCommand;
import dev.weir.cli.command.PretrainCommand;
import dev.weir.cli.command.PublishCommand;
import dev.weir.cli.command.ReplayCommand;
import dev.weir.cli.command.TrainCommand;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code weir}, the parent of all subcommands. */
@Command(
    name = "weir",
    description =
        "Streaming anomaly detection for metrics: an LSTM, trained offline, runs per series in Flink.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    scope = ScopeType.INHERIT,
    sortOptions = false,
    usageHelpAutoWidth = true)
public final class Weir implements Runnable {

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of an error.")
  private boolean debug;

  @CommandLine.Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandLine.Model.CommandSpec spec;

  /** Runs the command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** Returns the command with all subcommands. */
  public static CommandLine commandLine() {
    Weir weir = new Weir();
    return new CommandLine(weir)
        .addSubcommand(new DemoCommand())
        .addSubcommand(new TrainCommand())
        .addSubcommand(new PretrainCommand())
        .addSubcommand(new CompareCommand())
        .addSubcommand(new PublishCommand())
        .addSubcommand(JobCommand.commandLine())
        .addSubcommand(new ForecastCommand())
        .addSubcommand(new ReplayCommand())
        .addSubcommand(new AlertsCommand())
        .addSubcommand(new EvaluateCommand())
        .addSubcommand(new PlanCommand())
        .addSubcommand(new BrokerCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(weir::printError);
  }

  private int printError(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    PrintWriter err = command.getErr();
    err.println(command.getColorScheme().errorText("weir: " + ErrorLine.of(e)));
    if (debug) {
      e.printStackTrace(err);
    }
    err.flush();
    return command.getCommandSpec().exitCodeOnExecutionException();
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
