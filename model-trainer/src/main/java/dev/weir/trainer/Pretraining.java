package dev.weir.trainer;

import dev.weir.artifact.DefaultModel;
import dev.weir.sandbox.composed.ComposedConfig;
import dev.weir.sandbox.composed.ComposedSeries;
import dev.weir.trainer.history.HistorySource;
import dev.weir.trainer.history.HoldOut;
import java.util.List;

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
          .with(TrainingOptions.NAME, DefaultModel.NAME)
          .with(TrainingOptions.HOLD_OUT, HoldOut.SERIES)
          .with(TrainingOptions.TRAINING_PART, 0.9)
          .with(TrainingOptions.VALIDATION_PART, 0.05)
          .with(TrainingOptions.HIDDEN, 40)
          .with(TrainingOptions.BATCH, 64)
          .with(TrainingOptions.EPOCHS, 15);

  /** Options of reading a history, which there is none of. */
  private static final List<TrainingOption<?>> OF_READING =
      List.of(
          TrainingOptions.DUPLICATES,
          TrainingOptions.REORDER_MILLIS,
          TrainingOptions.TIME_COLUMN,
          TrainingOptions.COLUMNS_AS,
          TrainingOptions.SORT);

  private Pretraining() {}

  /** The options that mean something here. */
  public static List<TrainingOption<?>> options() {
    return TrainingOptions.all().stream().filter(option -> !OF_READING.contains(option)).toList();
  }

  /**
   * What is learnt from; another seed of the training composes others.
   *
   * @param series number of series, 1 or more
   * @param length points of each
   */
  public static HistorySource series(int series, int length, TrainingOptions options) {
    return composed(new ComposedConfig(series, length, options.get(TrainingOptions.SEED), true));
  }

  /** What is calibrated on: other series, calm ones, and longer. */
  public static HistorySource calm(TrainingOptions options) {
    long seed = options.get(TrainingOptions.SEED) + 1;
    return composed(new ComposedConfig(CALM_SERIES, CALM_LENGTH, seed, false));
  }

  private static HistorySource composed(ComposedConfig config) {
    return HistorySource.generated(new ComposedSeries(config)::history);
  }
}
