package dev.weir.benchmarks.trainer;

import dev.weir.forecast.Architecture;
import dev.weir.forecast.CellKind;
import dev.weir.forecast.ErrorDistribution;
import dev.weir.sandbox.composed.ComposedConfig;
import dev.weir.sandbox.composed.ComposedSeries;
import dev.weir.trainer.TrainingOptions;
import dev.weir.trainer.history.History;
import dev.weir.trainer.window.ScaledSeries;
import java.util.List;

/**
 * What is fitted.
 *
 * @param size how much of it
 * @param history the series
 * @param scaled the same as the network sees them
 */
record TrainerTask(TrainerSize size, History history, List<ScaledSeries> scaled) {

  /** Steps of a window of DJL's loop. */
  static final int WINDOW = TrainingOptions.WINDOW.defaultValue();

  /** One feature, hidden 32. */
  static final Architecture SHAPE =
      new Architecture(CellKind.LSTM, 1, 32, 1, ErrorDistribution.STUDENT_T);

  private static final long HELD_OUT_SEED = 1_000_003;

  static TrainerTask of(TrainerSize size) {
    History history = composed(size.series(), size.points(), size.seed());
    return new TrainerTask(size, history, history.series().stream().map(ScaledSeries::of).toList());
  }

  /** Series of the same generators that no fit sees. */
  History heldOut() {
    return composed(Math.max(1, size.series() / 4), size.points(), size.seed() + HELD_OUT_SEED);
  }

  private static History composed(int series, int points, long seed) {
    return History.of(new ComposedSeries(new ComposedConfig(series, points, seed, true)).history());
  }

  /** Options of both fits; DJL's loop has no use for most of them. */
  TrainingOptions options() {
    return TrainingOptions.DEFAULTS
        .with(TrainingOptions.SEED, size.seed())
        .with(TrainingOptions.EPOCHS, size.passes())
        .with(TrainingOptions.PATIENCE, size.passes())
        .with(TrainingOptions.BATCH, size.lanes())
        .with(TrainingOptions.WINDOW, size.window())
        .with(TrainingOptions.LEARNING_RATE, size.learningRate());
  }

  /** Points that are shown, all passes together. */
  long pointsShown() {
    return history.points() * size.passes();
  }
}
