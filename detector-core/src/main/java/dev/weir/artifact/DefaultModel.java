package dev.weir.artifact;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The model that comes with Weir, pretrained on synthetic series alone: a forecast for series never
 * seen, with no training at all.
 */
public final class DefaultModel {

  /** What it is called where a model is named; a file of that name is {@code ./default}. */
  public static final String NAME = "default";

  private static final String RESOURCE = "default-model.weir";

  private DefaultModel() {}

  /** Whether it is meant by what was given as a model. */
  public static boolean isMeantBy(String location) {
    return location.equals(NAME);
  }

  /** Its artifact's bytes. */
  public static byte[] bytes() throws IOException {
    try (InputStream in = DefaultModel.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new FileNotFoundException("this build holds no default model: resource=" + RESOURCE);
      }
      return in.readAllBytes();
    }
  }

  /** The bytes of a file, or its own where it is meant. */
  public static byte[] bytesOr(Path file) throws IOException {
    if (isMeantBy(file.toString())) {
      return bytes();
    }
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(
          file.toString(), null, "no model there; train one with: weir train; or name: " + NAME);
    }
    return Files.readAllBytes(file);
  }

  /**
   * Reads a file, or itself where it is meant.
   *
   * @throws InvalidArtifactException where the file is no model that can be trusted
   */
  public static ModelArtifact readOr(Path file) throws IOException {
    return ModelReader.read(bytesOr(file), file.toString());
  }
}
