// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.command;

import dev.weir.trainer.fit.FitConfig;
import dev.weir.trainer.fit.Schedule;
import dev.weir.trainer.window.WindowConfig;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of the fit of the network. */
final class FitFlags {

  @Option(
      names = "--window",
      paramLabel = "N",
      description =
          "Steps of truncated back-propagation through time, 2 or more (default: ${bundle:default.window}).")
  private Optional<Integer> window = Optional.empty();

  @Option(
      names = "--batch",
      paramLabel = "N",
      description = "Sequences per batch, 1 or more (default: ${bundle:default.batch}).")
  private Optional<Integer> batch = Optional.empty();

  @Option(
      names = "--sequence",
      paramLabel = "N",
      description =
          "Points after which the state is reset, at least one window (default: ${bundle:default.sequence}).")
  private Optional<Integer> sequence = Optional.empty();

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description =
          "Maximum number of passes over the training span, 1 or more (default: ${bundle:default.epochs}).")
  private Optional<Integer> epochs = Optional.empty();

  @Option(
      names = "--patience",
      paramLabel = "N",
      description =
          "Passes without a lower validation loss after which the fit ends, 1 or more (default: ${bundle:default.patience}).")
  private Optional<Integer> patience = Optional.empty();

  @Option(
      names = "--learning-rate",
      paramLabel = "X",
      description =
          "Largest step size of Adam, above 0 and at most 1 (default: ${bundle:default.learning-rate}).")
  private Optional<Double> learningRate = Optional.empty();

  @Option(
      names = "--schedule",
      paramLabel = "NAME",
      description =
          "Schedule of the learning rate: ${COMPLETION-CANDIDATES} (default: ${bundle:default.schedule}).")
  private Optional<Schedule> schedule = Optional.empty();

  @Option(
      names = "--clip-norm",
      paramLabel = "X",
      description =
          "Norm to which the gradient is clipped, 0 or more; 0: no clipping (default: ${bundle:default.clip-norm}).")
  private Optional<Double> clipNorm = Optional.empty();

  @Option(
      names = "--forget-bias",
      paramLabel = "X",
      description =
          "Initial bias of the forget gate of lstm and lstm-peephole (default: ${bundle:default.forget-bias}).")
  private Optional<Double> forgetBias = Optional.empty();

  @Option(
      names = "--dropout",
      paramLabel = "X",
      description =
          "Fraction of the hidden outputs dropped during the fit, 0 to below 1 (default: ${bundle:default.dropout}).")
  private Optional<Double> dropout = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "Seed of initial weights, order, dropout and search (default: ${bundle:default.seed}).")
  private Optional<Long> seed = Optional.empty();

  /** Returns the base with the given options replaced. */
  WindowConfig applyTo(WindowConfig base) {
    return new WindowConfig(
        window.orElse(base.window()), batch.orElse(base.lanes()), sequence.orElse(base.sequence()));
  }

  /** Returns the base with the given options replaced. */
  FitConfig applyTo(FitConfig base) {
    return base.with()
        .epochs(epochs.orElse(base.epochs()))
        .patience(patience.orElse(base.patience()))
        .learningRate(learningRate.orElse(base.learningRate()))
        .schedule(schedule.orElse(base.schedule()))
        .clipNorm(clipNorm.orElse(base.clipNorm()))
        .forgetBias(forgetBias.orElse(base.forgetBias()))
        .dropout(dropout.orElse(base.dropout()))
        .seed(seed.orElse(base.seed()))
        .build();
  }
}
