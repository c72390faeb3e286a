package dev.weir.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command itself: lists its subcommands. */
@Command(
    name = "weir",
    description =
        "Streaming anomaly detection for metrics: an LSTM fitted offline, its state kept per series in Flink.",
    mixinStandardHelpOptions = true,
    version = "weir 0.1.0",
    scope = ScopeType.INHERIT,
    sortOptions = false,
    usageHelpAutoWidth = true)
public final class Weir implements Runnable {

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show stack traces of errors.")
  private boolean debug;

  @CommandLine.Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandLine.Model.CommandSpec spec;

  /** Runs the command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** The command as it is run, for tests too. */
  static CommandLine commandLine() {
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
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(weir::failed);
  }

  private int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
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
