// SPDX-License-Identifier: Apache-2.0
package dev.weir.artifact;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.score.Calibration;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reader of artifacts. It rejects artifacts that are not valid. */
public final class ModelReader {

  /** Larger entries are rejected, so that a malicious file cannot exhaust memory. */
  private static final int MAX_ENTRY_BYTES = 256 << 20;

  private static final List<String> ENTRIES =
      List.of(ModelWriter.MODEL_ENTRY, ModelWriter.WEIGHTS_ENTRY);

  private ModelReader() {}

  /**
   * Reads an artifact from a file.
   *
   * @throws InvalidArtifactException if the file is not an artifact, has a newer format, is
   *     damaged, or does not reproduce its golden vectors
   */
  public static ModelArtifact read(Path file) throws IOException {
    return read(readFile(file), file.toString());
  }

  static byte[] readFile(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(
          file.toString(),
          null,
          "no such model: train one with weir train, or name the model " + DefaultModel.NAME);
    }
    return Files.readAllBytes(file);
  }

  /**
   * Reads an artifact from bytes.
   *
   * @param source name of the artifact in messages
   * @throws InvalidArtifactException as {@link #read(Path)}
   */
  public static ModelArtifact read(byte[] bytes, String source) throws IOException {
    try {
      return artifact(entries(bytes));
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new InvalidArtifactException(source + ": " + e.getMessage(), e);
    }
  }

  private static ModelArtifact artifact(Map<String, byte[]> entries) {
    byte[] json = entries.get(ModelWriter.MODEL_ENTRY);
    byte[] weights = entries.get(ModelWriter.WEIGHTS_ENTRY);
    if (json == null || weights == null) {
      throw new IllegalArgumentException(
          "the file is not a model: expected entries "
              + ModelWriter.MODEL_ENTRY
              + " and "
              + ModelWriter.WEIGHTS_ENTRY
              + ", found="
              + entries.keySet());
    }
    return artifact(description(json), weights);
  }

  private static Map<String, byte[]> entries(byte[] bytes) {
    Map<String, byte[]> entries = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        requireNew(entry.getName(), entries);
        entries.put(entry.getName(), read(zip, entry.getName()));
      }
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "the zip is damaged: " + e.getMessage() + ": bytes=" + bytes.length, e);
    }
    return entries;
  }

  private static void requireNew(String name, Map<String, byte[]> entries) {
    if (!ENTRIES.contains(name)) {
      throw new IllegalArgumentException(
          "the zip has an entry that does not belong to a model: entry="
              + name
              + ", expected="
              + ENTRIES);
    }
    if (entries.containsKey(name)) {
      throw new IllegalArgumentException("the zip has a second entry of one name: entry=" + name);
    }
  }

  private static byte[] read(ZipInputStream zip, String name) throws IOException {
    byte[] bytes = zip.readNBytes(MAX_ENTRY_BYTES + 1);
    if (bytes.length > MAX_ENTRY_BYTES) {
      throw new IllegalArgumentException(
          "an entry of the zip is too large: entry=" + name + ", maximum bytes=" + MAX_ENTRY_BYTES);
    }
    return bytes;
  }

  /** Checks the format first, since the fields of a newer format are unknown. */
  private static ModelDescription description(byte[] bytes) {
    JsonNode json = ArtifactJson.parse(bytes, ModelWriter.MODEL_ENTRY);
    requireFormat(json.path("format"));
    return ArtifactJson.convert(json, ModelDescription.class, ModelWriter.MODEL_ENTRY);
  }

  private static ModelArtifact artifact(ModelDescription description, byte[] weights) {
    requireHash(description.weightsSha256(), Sha256.of(weights));
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
