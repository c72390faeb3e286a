// SPDX-License-Identifier: Apache-2.0
package dev.weir.sandbox.model;

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

/**
 * An LSTM model with seeded random weights: a valid artifact whose forecasts carry no information.
 */
public final class RandomModel {

  private static final int HIDDEN = 8;
  private static final double SCALE = 0.2;

  private RandomModel() {}

  /** A model of one feature, {@code value}, with 8 hidden units. */
  public static ModelArtifact ofSeed(long seed) {
    return of(HIDDEN, 1, seed);
  }

  /** A model of several features, {@code value0} and on, with 8 hidden units. */
  public static ModelArtifact ofFeatures(int features, long seed) {
    return of(HIDDEN, features, seed);
  }

  /** A model of one feature, {@code value}. */
  public static ModelArtifact ofHidden(int hidden) {
    return of(hidden, 1, hidden);
  }

  private static ModelArtifact of(int hidden, int features, long seed) {
    Architecture architecture =
        new Architecture(CellKind.LSTM, features, hidden, 1, ErrorDistribution.STUDENT_T);
    return new ModelArtifact(
        "random",
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
    int hidden = architecture.hidden();
    int gates = 4 * hidden;
    return new Weights(
        Map.of(
            "lstm.weight_ih_l0", tensor(random, gates, architecture.inputs()),
            "lstm.weight_hh_l0", tensor(random, gates, hidden),
            "lstm.bias_l0", tensor(random, gates),
            "head.weight", tensor(random, architecture.outputs(), hidden),
            "head.bias", tensor(random, architecture.outputs())));
  }

  private static Tensor tensor(Random random, int... shape) {
    float[] values = new float[IntStream.of(shape).reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (SCALE * random.nextGaussian());
    }
    return new Tensor(shape, values);
  }

  /** Writes the model of {@link #ofSeed} into a folder and returns the file. */
  public static Path write(long seed, Path folder) throws IOException {
    return write(ofSeed(seed), folder);
  }

  /** Writes a model into a folder and returns the file. */
  public static Path write(ModelArtifact model, Path folder) throws IOException {
    Path file = folder.resolve(model.id().replace('@', '-') + ".weir");
    ModelWriter.write(model, file);
    return file;
  }
}
