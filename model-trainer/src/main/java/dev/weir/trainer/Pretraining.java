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
 * Training on composed series alone: what it takes to make the model that comes with Weir.
 *
 * <p>Whole series are held out, not time: the model is judged on series it has never seen, as it
 * will be used. It is calibrated on calm ones, since a budget is one of false alarms, and on long
 * ones, since a series is young only once.
 */
public final class Pretraining {

  /** Series that are composed unless another number is asked for. */
  public static final int SERIES = 8000;

  /** Points of each. */
  public static final int LENGTH = 2048;

  private static final int CALM_SERIES = 150;
  private static final int CALM_LENGTH = 16_384;

  /** What differs from training on a history of one's own. */
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
   * What is learnt from; another seed of the training composes others.
   *
   * @param series number of series, 1 or more
   * @param length points of each
   */
  public static HistorySource series(int series, int length, TrainingOptions options) {
    return composed(new ComposedConfig(series, length, options.fit().seed(), true));
  }

  /** What is calibrated on: other series, calm ones, and longer. */
  public static HistorySource calm(TrainingOptions options) {
    long seed = options.fit().seed() + 1;
    return composed(new ComposedConfig(CALM_SERIES, CALM_LENGTH, seed, false));
  }

  private static HistorySource composed(ComposedConfig config) {
    return HistorySource.generated(new ComposedSeries(config)::history);
  }
}
