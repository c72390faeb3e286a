package dev.weir.benchmarks.trainer;

import dev.weir.forecast.Weights;
import dev.weir.trainer.fit.FitConfig;
import dev.weir.trainer.fit.FitListener;
import dev.weir.trainer.fit.Fitter;
import dev.weir.trainer.fit.ForecastNetwork;
import dev.weir.trainer.fit.TrainingData;
import dev.weir.trainer.window.ScaledSeries;
import dev.weir.trainer.window.SeriesSpan;
import java.time.Clock;
import java.util.List;

/** The trainer's own loop with all that it does beside learning: it judges each pass, and stops. */
final class WeirLoop {

  /** Of so many series one is for judging passes, besides being learnt from. */
  private static final int JUDGED = 64;

  private WeirLoop() {}

  static Weights fit(TrainerTask task, Weights start) {
    FitConfig config = task.options().fit();
    List<SeriesSpan> all = task.scaled().stream().map(WeirLoop::whole).toList();
    List<SeriesSpan> judged = all.subList(0, (all.size() + JUDGED - 1) / JUDGED);
    TrainingData data = new TrainingData(all, judged, task.options().windows());
    try (ForecastNetwork network = new ForecastNetwork(TrainerTask.SHAPE, config)) {
      network.load(start);
      new Fitter(config, FitListener.NONE, Clock.systemUTC()).fit(network, data);
      return network.weights();
    }
  }

  private static SeriesSpan whole(ScaledSeries series) {
    return new SeriesSpan(series, 1, series.length());
  }
}
