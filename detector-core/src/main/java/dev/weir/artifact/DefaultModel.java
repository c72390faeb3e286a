// SPDX-License-Identifier: Apache-2.0
package dev.weir.artifact;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * The model that is distributed with Weir. It was trained on synthetic series, so that any series
 * can be scored without training.
 */
public final class DefaultModel {

  /** Its name, in place of the path of a model. A file of this name is {@code ./default}. */
  public static final String NAME = "default";

  private static final String RESOURCE = "default-model.weir";

  private DefaultModel() {}

  /** Whether a location names the default model. */
  public static boolean matches(String location) {
    return location.equals(NAME);
  }

  /** Reads the bytes of its artifact. */
  public static byte[] bytes() throws IOException {
    try (InputStream in = DefaultModel.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new FileNotFoundException("this build has no default model: resource=" + RESOURCE);
      }
      return in.readAllBytes();
    }
  }

  /**
   * Reads the bytes of the artifact at a location.
   *
   * @param location path of a file, or {@value #NAME}
   */
  public static byte[] resolveBytes(Path location) throws IOException {
    return matches(location.toString()) ? bytes() : ModelReader.readFile(location);
  }

  /**
   * Reads the artifact at a location.
   *
   * @param location path of a file, or {@value #NAME}
   * @throws InvalidArtifactException if the artifact is not valid
   */
  public static ModelArtifact resolve(Path location) throws IOException {
    return ModelReader.read(resolveBytes(location), location.toString());
  }
}
