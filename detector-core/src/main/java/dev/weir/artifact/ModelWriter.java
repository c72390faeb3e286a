package dev.weir.artifact;

import dev.weir.forecast.Architecture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    byte[] json = Json.write(describe(artifact, weights)).getBytes(StandardCharsets.UTF_8);
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

  private static Map<String, Object> describe(ModelArtifact artifact, byte[] weights) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("format", FORMAT_VERSION);
    json.put("name", artifact.name());
    json.put("features", artifact.features());
    json.put("architecture", describe(artifact.architecture()));
    json.put("weightsSha256", WeightsHash.of(weights));
    json.put("parameters", artifact.weights().parameters());
    json.put("calibrationBlocks", Arrays.stream(artifact.calibration().blocks()).boxed().toList());
    json.put("metrics", new TreeMap<>(artifact.metrics()));
    json.put("provenance", new TreeMap<>(artifact.provenance()));
    json.put("golden", golden(artifact));
    return json;
  }

  private static Map<String, Object> describe(Architecture architecture) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("cell", architecture.cell().label());
    json.put("features", architecture.features());
    json.put("hidden", architecture.hidden());
    json.put("layers", architecture.layers());
    json.put("law", architecture.law().label());
    return json;
  }

  private static Map<String, Object> golden(ModelArtifact artifact) {
    GoldenVectors golden =
        GoldenVectors.of(artifact.architecture(), artifact.weights(), GOLDEN_SEED);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("inputs", Arrays.stream(golden.inputs()).map(ModelWriter::list).toList());
    json.put("outputs", Arrays.stream(golden.outputs()).map(ModelWriter::list).toList());
    return json;
  }

  private static List<Float> list(float[] values) {
    List<Float> list = new ArrayList<>(values.length);
    for (float value : values) {
      list.add(value);
    }
    return list;
  }
}
