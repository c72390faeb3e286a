package dev.weir.artifact;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.score.Calibration;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads artifacts, and refuses whatever can't be trusted. */
public final class ModelReader {

  /** Larger entries are no model of ours, but a way to exhaust memory. */
  private static final int LARGEST_ENTRY_BYTES = 256 << 20;

  private ModelReader() {}

  /**
   * @throws InvalidArtifactException where the file is no artifact, of a newer format, damaged, or
   *     computes otherwise
   */
  public static ModelArtifact read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(
          file.toString(), null, "no model there; train one with: weir train");
    }
    return read(Files.readAllBytes(file), file.toString());
  }

  /**
   * @param bytes the artifact
   * @param source what to call it in messages
   * @throws InvalidArtifactException as above
   */
  public static ModelArtifact read(byte[] bytes, String source) throws IOException {
    Map<String, byte[]> entries = entries(bytes);
    byte[] json = entries.get(ModelWriter.MODEL_ENTRY);
    byte[] weights = entries.get(ModelWriter.WEIGHTS_ENTRY);
    if (json == null || weights == null) {
      throw new InvalidArtifactException(
          source
              + " is no model: expected entries "
              + ModelWriter.MODEL_ENTRY
              + " and "
              + ModelWriter.WEIGHTS_ENTRY
              + ", found="
              + entries.keySet());
    }
    try {
      return artifact(description(json), weights);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new InvalidArtifactException(source + ": " + e.getMessage(), e);
    }
  }

  private static Map<String, byte[]> entries(byte[] bytes) throws IOException {
    Map<String, byte[]> entries = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readNBytes(LARGEST_ENTRY_BYTES));
      }
    }
    return entries;
  }

  /** The format comes first: the fields of a newer one are unknown. */
  private static ModelDescription description(byte[] bytes) {
    JsonNode json = ArtifactJson.parse(bytes, ModelWriter.MODEL_ENTRY);
    requireFormat(json.path("format"));
    return ArtifactJson.convert(json, ModelDescription.class, ModelWriter.MODEL_ENTRY);
  }

  private static ModelArtifact artifact(ModelDescription description, byte[] weights) {
    requireHash(description.weightsSha256(), WeightsHash.of(weights));
    ModelArtifact artifact =
        new ModelArtifact(
            description.name(),
            description.features(),
            description.architecture(),
            Safetensors.read(weights),
            new Calibration(description.calibrationBlocks()),
            description.provenance(),
            description.metrics());
    description.golden().verify(artifact.architecture(), artifact.weights());
    return artifact;
  }

  private static void requireFormat(JsonNode format) {
    if (format.asInt() < 1 || format.asInt() > ModelWriter.FORMAT_VERSION) {
      throw new IllegalArgumentException(
          "the format is newer than this version of Weir: found="
              + format
              + ", readable up to="
              + ModelWriter.FORMAT_VERSION);
    }
  }

  private static void requireHash(String expected, String found) {
    if (!expected.equals(found)) {
      throw new IllegalArgumentException(
          "the weights are damaged: sha256 expected=" + expected + ", found=" + found);
    }
  }
}
