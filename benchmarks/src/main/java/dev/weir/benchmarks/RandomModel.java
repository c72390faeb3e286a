// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks;

import dev.weir.detect.DetectorModel;
import dev.weir.forecast.Architecture;
import dev.weir.forecast.CellKind;
import dev.weir.forecast.ErrorDistribution;
import dev.weir.forecast.Tensor;
import dev.weir.forecast.Weights;
import dev.weir.score.Calibration;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A network of seeded random weights: what it forecasts is nonsense, what it costs is not. */
public final class RandomModel {

  private static final double SCALE = 0.2;

  private RandomModel() {}

  /** An LSTM of one feature. */
  public static DetectorModel ofHidden(int hidden) {
    Random random = new Random(hidden);
    Architecture architecture =
        new Architecture(CellKind.LSTM, 1, hidden, 1, ErrorDistribution.STUDENT_T);
    int gates = 4 * hidden;
    Weights weights =
        new Weights(
            Map.of(
                "lstm.weight_ih_l0", tensor(random, gates, architecture.inputs()),
                "lstm.weight_hh_l0", tensor(random, gates, hidden),
                "lstm.bias_l0", tensor(random, gates),
                "head.weight", tensor(random, architecture.outputs(), hidden),
                "head.bias", tensor(random, architecture.outputs())));
    return new DetectorModel(
        "random@" + hidden, List.of("value"), architecture, weights, Calibration.uncalibrated());
  }

  private static Tensor tensor(Random random, int... shape) {
    int cells = 1;
    for (int size : shape) {
      cells *= size;
    }
    float[] values = new float[cells];
    for (int i = 0; i < cells; i++) {
      values[i] = (float) (SCALE * random.nextGaussian());
    }
    return new Tensor(shape, values);
  }
}
