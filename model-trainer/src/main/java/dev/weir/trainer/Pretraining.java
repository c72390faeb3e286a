// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer;

import dev.weir.artifact.DefaultModel;
import dev.weir.sandbox.composed.ComposedConfig;
import dev.weir.sandbox.composed.ComposedSeries;
import dev.weir.trainer.fit.FitConfig;
import dev.weir.trainer.history.HistorySource;
import dev.weir.trainer.history.HoldOut;
import dev.weir.trainer.history.SplitFractions;
import dev.weir.trainer.window.WindowConfig;

/**
 * Options and series that train the default model on generated series.
 *
 * <p>Whole series are held out, because the model is used on series that it was not trained on. It
 * is calibrated on series without anomalies, because the budget limits false alarms, and on long
 * ones, because most points of a series come after its start.
 */
public final class Pretraining {

  /** Default number of series. */
  public static final int SERIES = 8000;

  /** Default number of points per series. */
  public static final int LENGTH = 2048;

  private static final int CALM_SERIES = 150;
  private static final int CALM_LENGTH = 16_384;

  /** Options of pretraining. */
  public static final TrainingOptions OPTIONS =
      TrainingOptions.DEFAULTS
          .withName(DefaultModel.NAME)
          .withNetwork(NetworkOptions.DEFAULT.withHidden(40))
          .withWindows(WindowConfig.DEFAULT.withLanes(64))
          .withFit(FitConfig.DEFAULT.withEpochs(15))
          .withSplit(
              SplitOptions.DEFAULT
                  .withHoldOut(HoldOut.SERIES)
                  .withFractions(new SplitFractions(0.9, 0.05)));

  private Pretraining() {}

  /**
   * Returns the training series; they depend on the seed of the options.
   *
   * @param series number of series, 1 or more
   * @param length points per series
   */
  public static HistorySource series(int series, int length, TrainingOptions options) {
    return composed(new ComposedConfig(series, length, options.fit().seed(), true));
  }

  /** Returns the series for calibration: other, longer series without anomalies. */
  public static HistorySource calm(TrainingOptions options) {
    long seed = options.fit().seed() + 1;
    return composed(new ComposedConfig(CALM_SERIES, CALM_LENGTH, seed, false));
  }

  private static HistorySource composed(ComposedConfig config) {
    return HistorySource.generated(new ComposedSeries(config)::history);
  }
}
