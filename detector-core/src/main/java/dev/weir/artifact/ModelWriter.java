// SPDX-License-Identifier: Apache-2.0
package dev.weir.artifact;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writer of artifacts. Equal artifacts have equal bytes. */
public final class ModelWriter {

  static final int FORMAT_VERSION = 1;
  static final String MODEL_ENTRY = "model.json";
  static final String WEIGHTS_ENTRY = "weights.safetensors";

  /** Time of every zip entry, constant so that equal artifacts have equal bytes. */
  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private static final long GOLDEN_SEED = 42;

  private ModelWriter() {}

  /**
   * Writes an artifact atomically.
   *
   * @param target file to create or replace; missing folders are created
   */
  public static void write(ModelArtifact artifact, Path target) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("the target of an artifact must be a file: target=" + target);
    }
    Files.createDirectories(folder);
    Path unfinished = Files.createTempFile(folder, ".unfinished", ".weir");
    Files.write(unfinished, toBytes(artifact));
    Files.move(
        unfinished, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Serializes an artifact. */
  public static byte[] toBytes(ModelArtifact artifact) throws IOException {
    byte[] weights = Safetensors.write(artifact.weights());
    byte[] json = ArtifactJson.indented(describe(artifact, weights));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      entry(zip, MODEL_ENTRY, json);
      entry(zip, WEIGHTS_ENTRY, weights);
    }
    return bytes.toByteArray();
  }

  private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(ENTRY_TIME);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  private static ModelDescription describe(ModelArtifact artifact, byte[] weights) {
    return new ModelDescription(
        FORMAT_VERSION,
        artifact.name(),
        artifact.features(),
        artifact.architecture(),
        Sha256.of(weights),
        artifact.weights().parameters(),
        artifact.calibration().blocks(),
        new TreeMap<>(artifact.metrics()),
        new TreeMap<>(artifact.provenance()),
        GoldenVectors.of(artifact.architecture(), artifact.weights(), GOLDEN_SEED));
  }
}
