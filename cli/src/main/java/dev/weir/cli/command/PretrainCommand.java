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

/** {@code weir pretrain}: trains a model on synthetic series only. */
@Command(
    name = "pretrain",
    description =
        "Train a model on synthetic series only, evaluate and calibrate it on other synthetic series, and write it to a file. The default model was made with this command.")
public final class PretrainCommand implements Callable<Integer> {

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "File to write the model to.")
  private Path out = Path.of("");

  @Option(
      names = "--series",
      paramLabel = "N",
      defaultValue = "" + Pretraining.SERIES,
      description = "Number of synthetic series (default: ${DEFAULT-VALUE}).")
  private int series;

  @Option(
      names = "--length",
      paramLabel = "N",
      defaultValue = "" + Pretraining.LENGTH,
      description = "Points per series (default: ${DEFAULT-VALUE}).")
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
        trainingFlags.applyTo(
            modelFlags.applyTo(Pretraining.OPTIONS, spec.commandLine().getParseResult()));
    TrainingResult result =
        new TrainingPipeline(options, environment)
            .calibratedOn(Pretraining.calm(options))
            .run(Pretraining.series(series, length, options), out);
    terminal.printf("wrote %s: %s%n", result.file(), result.model().id());
    return CommandLine.ExitCode.OK;
  }
}
