// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.command;

import dev.weir.trainer.Pretraining;
import dev.weir.trainer.TrainingEnvironment;
import dev.weir.trainer.TrainingOptions;
import dev.weir.trainer.TrainingPipeline;
import dev.weir.trainer.TrainingResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** A model from synthetic series alone. */
@Command(
    name = "pretrain",
    description =
        "Fit a network on composed series alone, judge and calibrate it on others of them, and write the model: the one that comes with Weir was made so.")
public final class PretrainCommand implements Callable<Integer> {

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

  @ArgGroup(validate = false, heading = ModelFlags.HEADING)
  private ModelFlags modelFlags = new ModelFlags();

  @Mixin private TrainingFlags trainingFlags = new TrainingFlags(Pretraining.OPTIONS);

  @CommandLine.Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter terminal = spec.commandLine().getOut();
    TrainingEnvironment environment = TrainingEnvironment.printingTo(terminal);
    TrainingOptions options =
        trainingFlags.over(
            modelFlags.over(Pretraining.OPTIONS, spec.commandLine().getParseResult()));
    TrainingResult result =
        new TrainingPipeline(options, environment)
            .calibratedOn(Pretraining.calm(options))
            .run(Pretraining.series(series, length, options), out);
    terminal.printf("wrote %s: %s%n", result.file(), result.model().id());
    return CommandLine.ExitCode.OK;
  }
}
