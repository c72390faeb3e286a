// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.command;

import dev.weir.trainer.SplitOptions;
import dev.weir.trainer.calibrate.CalibrationSpan;
import dev.weir.trainer.history.HoldOut;
import dev.weir.trainer.history.SplitFractions;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of the data for training, evaluation and calibration. */
final class SplitFlags {

  @Option(
      names = "--hold-out",
      paramLabel = "WHAT",
      description =
          "Data that is held out, the end of each series or whole series: ${COMPLETION-CANDIDATES} (default: ${bundle:default.hold-out}).")
  private Optional<HoldOut> holdOut = Optional.empty();

  @Option(
      names = "--training-part",
      paramLabel = "X",
      description =
          "Fraction of the history for training, above 0 (default: ${bundle:default.training-part}).")
  private Optional<Double> training = Optional.empty();

  @Option(
      names = "--validation-part",
      paramLabel = "X",
      description =
          "Next fraction, for early stopping, above 0; the rest is for evaluation (default: ${bundle:default.validation-part}).")
  private Optional<Double> validation = Optional.empty();

  @Option(
      names = "--calibrate-on",
      paramLabel = "WHAT",
      description =
          "Part of the history on which scores are calibrated: ${COMPLETION-CANDIDATES} (default: ${bundle:default.calibrate-on}).")
  private Optional<CalibrationSpan> calibrateOn = Optional.empty();

  /** Returns the base with the given options replaced. */
  SplitOptions applyTo(SplitOptions base) {
    SplitFractions fractions = base.fractions();
    return new SplitOptions(
        holdOut.orElse(base.holdOut()),
        new SplitFractions(
            training.orElse(fractions.training()), validation.orElse(fractions.validation())),
        calibrateOn.orElse(base.calibrateOn()));
  }
}
