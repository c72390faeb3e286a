// SPDX-License-Identifier: Apache-2.0
package dev.weir.sandbox.model;

import dev.weir.detect.DetectorModel;
import dev.weir.forecast.Architecture;
import dev.weir.forecast.CellKind;
import dev.weir.forecast.ErrorDistribution;
import dev.weir.forecast.Tensor;
import dev.weir.forecast.Weights;
import dev.weir.score.Calibration;
import java.util.List;
import java.util.Map;

/** A network whose weights are all zero: it answers that nothing changes. */
public final class PersistenceModel {

  private PersistenceModel() {}

  /** Of one feature, nothing calibrated. */
  public static DetectorModel model() {
    Architecture architecture =
        new Architecture(CellKind.LSTM, 1, 2, 1, ErrorDistribution.STUDENT_T);
    Weights weights =
        new Weights(
            Map.of(
                "lstm.weight_ih_l0", zero(8, architecture.inputs()),
                "lstm.weight_hh_l0", zero(8, 2),
                "lstm.bias_l0", zero(8),
                "head.weight", zero(architecture.outputs(), 2),
                "head.bias", zero(architecture.outputs())));
    return new DetectorModel(
        "persistence@1", List.of("value"), architecture, weights, Calibration.uncalibrated());
  }

  private static Tensor zero(int... shape) {
    int cells = 1;
    for (int size : shape) {
      cells *= size;
    }
    return new Tensor(shape, new float[cells]);
  }
}
