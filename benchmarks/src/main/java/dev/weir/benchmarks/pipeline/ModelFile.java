// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.pipeline;

import dev.weir.artifact.ModelArtifact;
import dev.weir.artifact.ModelWriter;
import dev.weir.benchmarks.RandomModel;
import dev.weir.detect.DetectorModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The artifact that all cells run: an LSTM of 32 units with seeded random weights. */
final class ModelFile {

  private static final int HIDDEN = 32;

  private ModelFile() {}

  static Path write(Path file) throws IOException {
    DetectorModel model = RandomModel.ofHidden(HIDDEN);
    ModelWriter.write(
        new ModelArtifact(
            "random",
            model.features(),
            model.architecture(),
            model.weights(),
            model.calibration(),
            Map.of(),
            Map.of()),
        file);
    return file;
  }
}
