package dev.weir.benchmarks.pipeline;

import dev.weir.artifact.ModelArtifact;
import dev.weir.artifact.ModelWriter;
import dev.weir.forecast.Architecture;
import dev.weir.forecast.CellKind;
import dev.weir.forecast.ErrorLaw;
import dev.weir.forecast.Tensor;
import dev.weir.forecast.Weights;
import dev.weir.score.Calibration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The artifact that all cells run: an LSTM of 32 units with seeded random weights. */
final class ModelFile {

  private static final int HIDDEN = 32;
  private static final double SCALE = 0.2;

  private ModelFile() {}

  static Path write(Path file) throws IOException {
    Architecture architecture = new Architecture(CellKind.LSTM, 1, HIDDEN, 1, ErrorLaw.STUDENT_T);
    ModelWriter.write(
        new ModelArtifact(
            "random",
            List.of("value"),
            architecture,
            weights(architecture, new Random(HIDDEN)),
            Calibration.assumed(),
            Map.of(),
            Map.of()),
        file);
    return file;
  }

  private static Weights weights(Architecture architecture, Random random) {
    int gates = 4 * HIDDEN;
    return new Weights(
        Map.of(
            "lstm.weight_ih_l0", tensor(random, gates, architecture.inputs()),
            "lstm.weight_hh_l0", tensor(random, gates, HIDDEN),
            "lstm.bias_l0", tensor(random, gates),
            "head.weight", tensor(random, architecture.outputs(), HIDDEN),
            "head.bias", tensor(random, architecture.outputs())));
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
