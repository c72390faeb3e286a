package dev.weir.cli.command;

import dev.weir.trainer.Pretraining;
import dev.weir.trainer.TrainingEnvironment;
import dev.weir.trainer.TrainingOptions;
import dev.weir.trainer.TrainingPipeline;
import dev.weir.trainer.TrainingResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** A model from synthetic series alone. */
@Command(
    name = "pretrain",
    description =
        "Fit a network on composed series alone, judge and calibrate it on others of them, and write the model: the one that comes with Weir was made so.")
public final class PretrainCommand implements Callable<Integer> {

  private static final TrainingFlags FLAGS =
      new TrainingFlags(Pretraining.options(), Pretraining.OPTIONS);

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where the model is written.")
  private Path out = Path.of("");

  @Option(
      names = "--series",
      paramLabel = "N",
      defaultValue = "" + Pretraining.SERIES,
      description = "Series that are composed (default: ${DEFAULT-VALUE}).")
  private int series;

  @Option(
      names = "--length",
      paramLabel = "N",
      defaultValue = "" + Pretraining.LENGTH,
      description = "Points of each (default: ${DEFAULT-VALUE}).")
  private int length;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description =
          "Short for --seconds-limit; only without it does the same command make the same model.")
  private OptionalInt seconds = OptionalInt.empty();

  @CommandLine.Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  /** The command with every option of training that needs no history. */
  public static CommandLine commandLine() {
    CommandSpec spec = CommandSpec.forAnnotatedObject(new PretrainCommand());
    FLAGS.addTo(spec);
    return new CommandLine(spec);
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter terminal = spec.commandLine().getOut();
    TrainingEnvironment environment = TrainingEnvironment.telling(terminal);
    TrainingOptions options = options();
    TrainingResult result =
        new TrainingPipeline(options, environment)
            .calibratedOn(Pretraining.calm(options))
            .run(Pretraining.series(series, length, options), out);
    terminal.printf("wrote %s: %s%n", result.file(), result.model().id());
    return CommandLine.ExitCode.OK;
  }

  private TrainingOptions options() {
    TrainingOptions options = FLAGS.given(spec, Pretraining.OPTIONS);
    return seconds.isPresent()
        ? options.with(TrainingOptions.SECONDS_LIMIT, seconds.getAsInt())
        : options;
  }
}
