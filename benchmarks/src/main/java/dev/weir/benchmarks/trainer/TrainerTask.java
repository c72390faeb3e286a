package dev.weir.benchmarks.trainer;

import dev.weir.forecast.Architecture;
import dev.weir.forecast.CellKind;
import dev.weir.forecast.ErrorLaw;
import dev.weir.trainer.TrainingOptions;
import dev.weir.trainer.fit.FitConfig;
import dev.weir.trainer.history.History;
import dev.weir.trainer.synthetic.composed.ComposedConfig;
import dev.weir.trainer.synthetic.composed.ComposedSeries;
import dev.weir.trainer.window.ScaledSeries;
import dev.weir.trainer.window.WindowConfig;
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
  static final int WINDOW = WindowConfig.DEFAULT.window();

  /** One feature, hidden 32. */
  static final Architecture SHAPE = new Architecture(CellKind.LSTM, 1, 32, 1, ErrorLaw.STUDENT_T);

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
    return new ComposedSeries(new ComposedConfig(series, points, seed, true)).read();
  }

  /** Options of both fits; DJL's loop has no use for most of them. */
  TrainingOptions options() {
    return TrainingOptions.DEFAULTS
        .withWindows(WindowConfig.DEFAULT.withLanes(size.lanes()).withWindow(size.window()))
        .withFit(
            FitConfig.DEFAULT
                .withSeed(size.seed())
                .withEpochs(size.passes())
                .withPatience(size.passes())
                .withLearningRate(size.learningRate()));
  }

  /** Points that are shown, all passes together. */
  long pointsShown() {
    return history.points() * size.passes();
  }
}
