package dev.weir.benchmarks.trainer;

import ai.djl.translate.TranslateException;
import dev.weir.forecast.Weights;
import java.io.IOException;

/** A way to fit the network. */
enum Loop {
  /** {@code EasyTrain.fit} over shuffled windows, as DJL's documentation has it. */
  DJL {
    @Override
    Weights fit(TrainerTask task, Weights start) throws IOException, TranslateException {
      return DjlLoop.fit(task, start);
    }
  },
  /** Weir's, many series side by side. */
  WEIR {
    @Override
    Weights fit(TrainerTask task, Weights start) {
      return WeirLoop.fit(task, start);
    }
  };

  /**
   * Fits.
   *
   * @param start weights to start from
   */
  abstract Weights fit(TrainerTask task, Weights start) throws IOException, TranslateException;
}
