// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.deploy;

import dev.weir.artifact.ModelArtifact;
import dev.weir.artifact.ModelWriter;
import dev.weir.forecast.Architecture;
import dev.weir.forecast.CellKind;
import dev.weir.forecast.ErrorDistribution;
import dev.weir.forecast.Tensor;
import dev.weir.forecast.Weights;
import dev.weir.score.Calibration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** A real artifact of seeded random weights, for a job whose scores don't matter. */
final class UntrainedModel {

  private static final int HIDDEN = 4;

  private UntrainedModel() {}

  static Path write(Path folder) throws IOException {
    Path file = folder.resolve("untrained.weir");
    Architecture shape = new Architecture(CellKind.LSTM, 1, HIDDEN, 1, ErrorDistribution.STUDENT_T);
    ModelWriter.write(
        new ModelArtifact(
            "untrained",
            List.of("value"),
            shape,
            weights(shape, new Random(1)),
            Calibration.uncalibrated(),
            Map.of(),
            Map.of()),
        file);
    return file;
  }

  private static Weights weights(Architecture shape, Random random) {
    return new Weights(
        Map.of(
            "lstm.weight_ih_l0", tensor(random, 4 * HIDDEN, shape.inputs()),
            "lstm.weight_hh_l0", tensor(random, 4 * HIDDEN, HIDDEN),
            "lstm.bias_l0", tensor(random, 4 * HIDDEN),
            "head.weight", tensor(random, shape.outputs(), HIDDEN),
            "head.bias", tensor(random, shape.outputs())));
  }

  private static Tensor tensor(Random random, int... shape) {
    float[] values = new float[IntStream.of(shape).reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < values.length; i++) {
      values[i] = 0.2f * (float) random.nextGaussian();
    }
    return new Tensor(shape, values);
  }
}
