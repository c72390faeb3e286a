package dev.weir.artifact;

import dev.weir.forecast.Architecture;
import dev.weir.forecast.CellKind;
import dev.weir.forecast.ErrorDistribution;
import dev.weir.score.Calibration;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
      return artifact(JsonObject.parse(new String(json, StandardCharsets.UTF_8)), weights);
    } catch (IllegalArgumentException | ArithmeticException | ClassCastException e) {
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

  private static ModelArtifact artifact(JsonObject json, byte[] weights) {
    requireFormat(json.integer("format"));
    requireHash(json.string("weightsSha256"), WeightsHash.of(weights));
    ModelArtifact artifact =
        new ModelArtifact(
            json.string("name"),
            json.strings("features"),
            architecture(json.object("architecture")),
            Safetensors.read(weights),
            new Calibration(json.wholes("calibrationBlocks")),
            json.stringMap("provenance"),
            json.numberMap("metrics"));
    JsonObject golden = json.object("golden");
    new GoldenVectors(golden.matrix("inputs"), golden.matrix("outputs"))
        .verify(artifact.architecture(), artifact.weights());
    return artifact;
  }

  private static Architecture architecture(JsonObject json) {
    return new Architecture(
        CellKind.ofLabel(json.string("cell")),
        json.integer("features"),
        json.integer("hidden"),
        json.integer("layers"),
        ErrorDistribution.ofLabel(json.string("law")));
  }

  private static void requireFormat(int format) {
    if (format < 1 || format > ModelWriter.FORMAT_VERSION) {
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
