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

/** Writes artifacts: the same artifact gives the same bytes. */
public final class ModelWriter {

  static final int FORMAT_VERSION = 1;
  static final String MODEL_ENTRY = "model.json";
  static final String WEIGHTS_ENTRY = "weights.safetensors";

  /**
   * Time of every zip entry, so that equal artifacts are equal files: 1980-02-01, local time as zip
   * has it.
   */
  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private static final long GOLDEN_SEED = 42;

  private ModelWriter() {}

  /**
   * Writes the artifact in one step: a reader never sees half of it.
   *
   * @param target file to write or replace; its folder is made where absent
   */
  public static void write(ModelArtifact artifact, Path target) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("an artifact needs a file to be written to: target=" + target);
    }
    Files.createDirectories(folder);
    Path unfinished = Files.createTempFile(folder, ".unfinished", ".weir");
    Files.write(unfinished, toBytes(artifact));
    Files.move(
        unfinished, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The artifact's bytes. */
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
        WeightsHash.of(weights),
        artifact.weights().parameters(),
        artifact.calibration().blocks(),
        new TreeMap<>(artifact.metrics()),
        new TreeMap<>(artifact.provenance()),
        GoldenVectors.of(artifact.architecture(), artifact.weights(), GOLDEN_SEED));
  }
}
