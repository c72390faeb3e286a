// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.detect;

import dev.weir.artifact.DefaultModel;
import dev.weir.artifact.ModelArtifact;
import dev.weir.artifact.ModelReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/**
 * The model artifact that a job was submitted with. It is part of the job graph, so that all
 * subtasks and all restarts run the same model, even if the registry has a newer one. Each subtask
 * verifies the golden vectors again.
 */
public final class SubmittedModel implements Serializable {

  private static final long serialVersionUID = 1L;

  /** File in a registry that contains the name of the current version. */
  private static final String POINTER = "latest";

  private final byte[] artifact;
  private final String source;

  private SubmittedModel(byte[] artifact, String source) {
    this.artifact = artifact;
    this.source = source;
  }

  /**
   * Loads and verifies a model.
   *
   * @param location an artifact or the folder of a registry, on any file system that Flink
   *     supports; or {@code default}, the model that is included in Weir
   * @throws IOException if there is no artifact, or if it is invalid
   */
  public static SubmittedModel load(String location) throws IOException {
    SubmittedModel model = find(location);
    model.read();
    return model;
  }

  private static SubmittedModel find(String location) throws IOException {
    if (DefaultModel.matches(location)) {
      return new SubmittedModel(DefaultModel.bytes(), location);
    }
    Path file = file(new Path(location));
    return new SubmittedModel(readAll(file), file.toString());
  }

  private static Path file(Path location) throws IOException {
    FileSystem files = location.getFileSystem();
    if (!files.exists(location)) {
      throw new FileNotFoundException(
          "there is no model; train one with weir train, or use --model default: model="
              + location);
    }
    if (!files.getFileStatus(location).isDir()) {
      return location;
    }
    Path pointer = new Path(location, POINTER);
    if (!files.exists(pointer)) {
      throw new FileNotFoundException(
          "the folder is not a registry, since it has no file latest; publish a model with weir"
              + " publish: expected="
              + pointer);
    }
    return new Path(location, new String(readAll(pointer), StandardCharsets.UTF_8).strip());
  }

  private static byte[] readAll(Path file) throws IOException {
    try (FSDataInputStream in = file.getFileSystem().open(file)) {
      return in.readAllBytes();
    }
  }

  /** Reads and verifies the model. */
  public ModelArtifact read() throws IOException {
    return ModelReader.read(artifact, source);
  }

  @Override
  public String toString() {
    return source;
  }
}
