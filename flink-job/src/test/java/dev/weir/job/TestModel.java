// SPDX-License-Identifier: Apache-2.0
package dev.weir.job;

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

/** Creates models of random weights: valid artifacts, although their forecasts are bad. */
public final class TestModel {

  private static final int HIDDEN = 8;

  private TestModel() {}

  /** Creates a model with one feature, {@code value}. */
  public static ModelArtifact ofSeed(long seed) {
    return of(seed, 1);
  }

  /** Creates a model with features {@code value0}, {@code value1} and so on. */
  public static ModelArtifact of(long seed, int features) {
    Architecture architecture =
        new Architecture(CellKind.LSTM, features, HIDDEN, 1, ErrorDistribution.STUDENT_T);
    return new ModelArtifact(
        "test",
        names(features),
        architecture,
        weights(architecture, new Random(seed)),
        Calibration.uncalibrated(),
        Map.of(),
        Map.of());
  }

  private static List<String> names(int features) {
    return features == 1
        ? List.of("value")
        : IntStream.range(0, features).mapToObj(f -> "value" + f).toList();
  }

  private static Weights weights(Architecture architecture, Random random) {
    int rows = 4 * HIDDEN;
    return new Weights(
        Map.of(
            "lstm.weight_ih_l0", tensor(random, rows, architecture.inputs()),
            "lstm.weight_hh_l0", tensor(random, rows, HIDDEN),
            "lstm.bias_l0", tensor(random, rows),
            "head.weight", tensor(random, architecture.outputs(), HIDDEN),
            "head.bias", tensor(random, architecture.outputs())));
  }

  private static Tensor tensor(Random random, int... shape) {
    float[] values = new float[IntStream.of(shape).reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < values.length; i++) {
      values[i] = 0.2f * (float) random.nextGaussian();
    }
    return new Tensor(shape, values);
  }

  /** Writes the model of a seed into a folder and returns the file. */
  public static Path write(long seed, Path folder) throws IOException {
    Path file = folder.resolve("test-" + seed + ".weir");
    ModelWriter.write(ofSeed(seed), file);
    return file;
  }
}
