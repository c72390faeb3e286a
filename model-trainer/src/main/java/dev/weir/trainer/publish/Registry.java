// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.publish;

import dev.weir.artifact.DefaultModel;
import dev.weir.artifact.ModelArtifact;
import dev.weir.artifact.ModelReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Registry of published models in a folder.
 *
 * @param folder root of the registry
 */
public record Registry(Path folder) {

  /** Name of the file that names the current version. */
  public static final String LATEST = "latest";

  /**
   * A published model.
   *
   * @param version version of the model, see {@link ModelArtifact#version}
   * @param file file of this version
   * @param isNew whether the registry did not have this version before
   */
  public record Published(String name, String version, Path file, boolean isNew) {}

  /**
   * Verifies an artifact, copies it into the registry and makes it the current version.
   *
   * @param artifact file, or {@code default} for the model that comes with Weir
   * @throws IOException if the artifact is not valid or the registry can't be written
   */
  public Published publish(Path artifact) throws IOException {
    byte[] bytes = DefaultModel.resolveBytes(artifact);
    ModelArtifact model = ModelReader.read(bytes, artifact.toString());
    Path home = folder.resolve(model.name());
    Path file = home.resolve(model.version() + ".weir");
    boolean isNew = !Files.exists(file);
    Files.createDirectories(home);
    replace(file, bytes);
    replace(home.resolve(LATEST), file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
    return new Published(model.name(), model.version(), file, isNew);
  }

  private static void replace(Path target, byte[] bytes) throws IOException {
    Path unfinished = target.resolveSibling("." + target.getFileName() + ".unfinished");
    Files.write(unfinished, bytes);
    Files.move(
        unfinished, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
