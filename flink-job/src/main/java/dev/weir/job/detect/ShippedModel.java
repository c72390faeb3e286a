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
 * The artifact that a job was submitted with. It travels in the job's graph, so that every worker
 * and every restart runs the very same model, whatever the registry says by then; and each worker
 * verifies its golden vectors anew.
 */
public final class ShippedModel implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Names the version that a registry serves. */
  private static final String POINTER = "latest";

  private final byte[] artifact;
  private final String source;

  private ShippedModel(byte[] artifact, String source) {
    this.artifact = artifact;
    this.source = source;
  }

  /**
   * Loads and verifies a model.
   *
   * @param location an artifact, or a registry's folder, on any file system that Flink knows; or
   *     {@code default}, the model that comes with Weir
   * @throws IOException where nothing is there, or it is no model that can be trusted
   */
  public static ShippedModel load(String location) throws IOException {
    ShippedModel model = find(location);
    model.read();
    return model;
  }

  private static ShippedModel find(String location) throws IOException {
    if (DefaultModel.isMeantBy(location)) {
      return new ShippedModel(DefaultModel.bytes(), location);
    }
    Path file = file(new Path(location));
    return new ShippedModel(readAll(file), file.toString());
  }

  private static Path file(Path location) throws IOException {
    FileSystem files = location.getFileSystem();
    if (!files.exists(location)) {
      throw new FileNotFoundException(
          "no model is there; train one with: weir train; or name another, or default: model="
              + location);
    }
    if (!files.getFileStatus(location).isDir()) {
      return location;
    }
    Path pointer = new Path(location, POINTER);
    if (!files.exists(pointer)) {
      throw new FileNotFoundException(
          "a registry needs a file that names the version in use; publish a model with: weir"
              + " publish; expected="
              + pointer);
    }
    return new Path(location, new String(readAll(pointer), StandardCharsets.UTF_8).strip());
  }

  private static byte[] readAll(Path file) throws IOException {
    try (FSDataInputStream in = file.getFileSystem().open(file)) {
      return in.readAllBytes();
    }
  }

  /** The model, verified. */
  public ModelArtifact read() throws IOException {
    return ModelReader.read(artifact, source);
  }

  @Override
  public String toString() {
    return source;
  }
}
