// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer;

import dev.weir.artifact.ModelArtifact;
import dev.weir.artifact.ModelWriter;
import dev.weir.trainer.history.UntrainableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Target file of the model, checked to be writable before training. */
final class ModelTarget {

  private final Path file;

  private ModelTarget(Path file) {
    this.file = file;
  }

  /**
   * @throws UntrainableException if the file can't be written
   */
  static ModelTarget of(Path file) {
    Path absolute = file.toAbsolutePath();
    Path folder = absolute.getParent();
    if (Files.isDirectory(absolute) || folder == null) {
      throw new UntrainableException("the target must be a file, not a folder: target=" + absolute);
    }
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, ".probe", ".weir"));
    } catch (IOException e) {
      throw new UntrainableException(
          "the target can't be written: target=" + absolute + ", reason=" + e);
    }
    if (Files.exists(absolute) && !Files.isWritable(absolute)) {
      throw new UntrainableException("the target is read-only: target=" + absolute);
    }
    return new ModelTarget(file);
  }

  Path write(ModelArtifact model) throws IOException {
    ModelWriter.write(model, file);
    return file;
  }
}
