// SPDX-License-Identifier: Apache-2.0
package dev.weir.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.forecast.Architecture;
import dev.weir.forecast.CellKind;
import dev.weir.forecast.ErrorDistribution;
import dev.weir.forecast.RandomWeights;
import dev.weir.forecast.Tensor;
import dev.weir.forecast.Weights;
import dev.weir.score.Calibration;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelArtifactTest {

  @Test
  void writeThenRead_anyArtifact_isEqual(@TempDir Path folder) throws IOException {
    ModelArtifact artifact = artifact();
    Path file = folder.resolve("deeper/model.weir");
    ModelWriter.write(artifact, file);
    assertThat(ModelReader.read(file)).isEqualTo(artifact);
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void toBytes_equalArtifacts_areEqual() throws IOException {
    assertThat(ModelWriter.toBytes(artifact())).isEqualTo(ModelWriter.toBytes(artifact()));
  }

  @Test
  void read_fileOfFormatOne_isReadable() throws IOException {
    try (InputStream golden =
        Objects.requireNonNull(getClass().getResourceAsStream("model-v1.weir"))) {
      ModelArtifact read = ModelReader.read(golden.readAllBytes(), "model-v1.weir");
      assertThat(read).isEqualTo(artifact());
      assertThat(read.id()).isEqualTo("golden@b5038c385a14");
    }
  }

  /** Writes {@code model-v1.weir} anew; the argument is its path. */
  public static void main(String[] args) throws IOException {
    Files.write(Path.of(args[0]), ModelWriter.toBytes(artifact()));
  }

  @Test
  void read_newerFormat_isRejectedWithBothVersions() throws IOException {
    assertRejected(
        json(text -> text.replace("\"format\" : 1", "\"format\" : 2")),
        "found=2",
        "readable up to=1");
  }

  @Test
  void read_damagedWeights_areRejectedWithBothHashes() throws IOException {
    assertRejected(
        entry("weights.safetensors", bytes -> flip(bytes, bytes.length - 1)),
        "sha256 expected=",
        "found=");
  }

  @Test
  void read_goldenVectorThatIsNotReproduced_isRejectedWithStepAndBothValues() throws IOException {
    assertRejected(
        json(
            text ->
                text.replaceFirst("\"outputs\" : \\[ \\[ [0-9.Ee-]+", "\"outputs\" : [ [ 12.5")),
        "step=0",
        "expected=12.5",
        "found=");
  }

  @Test
  void read_unknownCell_isRejectedWithTheKnownOnes() throws IOException {
    assertRejected(
        json(text -> text.replace("\"cell\" : \"lstm\"", "\"cell\" : \"xlstm\"")),
        "xlstm",
        "lstm-peephole");
  }

  @Test
  void read_missingField_isRejectedByName() throws IOException {
    assertRejected(json(text -> text.replace("\"law\"", "\"lawn\"")), "architecture.law");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "0x1p3", "1d", "+1", "01", ".5", "1.", "null"})
  void read_numberThatIsNotJson_isRejected(String number) throws IOException {
    assertRejected(json(text -> text.replaceFirst("0\\.83", number)), "model.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"0.83\"", "true", "[]", "\"NaN\""})
  void read_metricThatIsNotANumber_isRejectedByName(String value) throws IOException {
    assertRejected(json(text -> text.replaceFirst("0\\.83", value)), "mase");
  }

  @Test
  void read_sizeThatIsNotWhole_isRejectedByName() throws IOException {
    assertRejected(
        json(text -> text.replaceFirst("\"hidden\" : 3", "\"hidden\" : 3.5")),
        "architecture.hidden",
        "3.5");
  }

  @Test
  void read_textAfterTheObject_isRejected() throws IOException {
    assertRejected(json(text -> text + "{}"), "model.json");
  }

  @Test
  void read_binaryJson_areRejected() throws IOException {
    assertRejected(entry("model.json", bytes -> new byte[] {0, 0, 1, 2, 3, 4, 5, 6}), "model.json");
  }

  @Test
  void read_missingEntry_isRejected() {
    assertRejected("nonsense".getBytes(StandardCharsets.UTF_8), "model.json");
  }

  @Test
  void read_truncatedZip_isRejected() throws IOException {
    byte[] whole = ModelWriter.toBytes(artifact());
    assertRejected(Arrays.copyOf(whole, whole.length / 3), "zip", "bytes=" + whole.length / 3);
  }

  @Test
  void read_damagedZip_isRejected() throws IOException {
    byte[] whole = ModelWriter.toBytes(artifact());
    Arrays.fill(whole, 60, 90, (byte) 0xff);
    assertRejected(whole, "zip");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[ ]", "[ \"a\", \"b\" ]", "[ \" \" ]"})
  void read_featureNamesThatDoNotMatch_areRejectedWithNamesAndCount(String names)
      throws IOException {
    assertRejected(
        json(text -> text.replace("[ \"value\" ]", names)),
        "feature names",
        "names=" + names.replaceAll("[\" ]", "").replace(",", ", ").replace("[]", "["),
        "expected=1");
  }

  @Test
  void artifact_twoFeaturesOfOneName_isRejected() {
    Architecture two = new Architecture(CellKind.LSTM, 2, 3, 1, ErrorDistribution.STUDENT_T);
    assertThatThrownBy(
            () ->
                new ModelArtifact(
                    "golden",
                    List.of("value", "value"),
                    two,
                    RandomWeights.of(two, 9),
                    Calibration.uncalibrated(),
                    Map.of(),
                    Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("names=[value, value]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"features\" : 1", "hidden\" : 3", "layers\" : 2"})
  void read_sizeOfTwoBillion_isRejectedBeforeAllocation(String size) throws IOException {
    String name = size.substring(0, size.indexOf('"'));
    assertRejected(
        json(text -> text.replace(size, name + "\" : 2000000000")), name + "=2000000000");
  }

  @Test
  void read_strayEntry_isRejectedByName() throws IOException {
    Map<String, byte[]> entries = entries(ModelWriter.toBytes(artifact()));
    entries.put("readme.txt", new byte[1]);
    assertRejected(zip(entries), "entry=readme.txt");
  }

  @Test
  void read_secondEntryOfOneName_isRejectedByName() throws IOException {
    Map<String, byte[]> entries = entries(ModelWriter.toBytes(artifact()));
    entries.put("model.jsoX", entries.get("model.json"));
    String latin = new String(zip(entries), StandardCharsets.ISO_8859_1);
    byte[] twice = latin.replace("model.jsoX", "model.json").getBytes(StandardCharsets.ISO_8859_1);
    assertRejected(twice, "second", "entry=model.json");
  }

  @Test
  void read_withoutGoldenVectors_isRejected() throws IOException {
    assertRejected(json(ModelArtifactTest::withoutGolden), "golden", "inputs=0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"inputs", "outputs"})
  void read_goldenVectorsOfAnotherShape_areRejected(String field) throws IOException {
    assertRejected(
        json(
            text ->
                text.replaceFirst("\"" + field + "\" : \\[ \\[ [^,]+,", "\"" + field + "\" : [ [")),
        "golden",
        "step=0");
  }

  @Test
  void read_weightsOf1e30_areRejectedWithTheForecast() throws IOException {
    Map<String, Tensor> huge = new LinkedHashMap<>();
    artifact().weights().tensors().forEach((name, tensor) -> huge.put(name, filled(tensor)));
    ModelArtifact artifact =
        new ModelArtifact(
            "golden",
            List.of("value"),
            artifact().architecture(),
            new Weights(huge),
            Calibration.uncalibrated(),
            Map.of(),
            Map.of());
    assertRejected(ModelWriter.toBytes(artifact), "forecast", "step=0", "found=");
  }

  private static Tensor filled(Tensor tensor) {
    float[] values = new float[tensor.values().length];
    Arrays.fill(values, 1e30f);
    return new Tensor(tensor.shape(), values);
  }

  private static String withoutGolden(String text) {
    int golden = text.indexOf("\"golden\" :");
    return text.substring(0, golden) + "\"golden\" : {\"inputs\": [], \"outputs\": []}}";
  }

  @Test
  void version_ofAllThatADetectorRuns_differs() {
    ModelArtifact artifact = artifact();
    ModelArtifact renamed =
        new ModelArtifact(
            artifact.name(),
            List.of("load"),
            artifact.architecture(),
            artifact.weights(),
            artifact.calibration(),
            Map.of(),
            Map.of());
    assertThat(artifact.withCalibration(Calibration.uncalibrated()).version())
        .isNotEqualTo(artifact.version());
    assertThat(renamed.version()).isNotEqualTo(artifact.version());
    assertThat(artifact.withMetrics(Map.of()).version()).isEqualTo(artifact.version());
  }

  @Test
  void read_missingFile_namesTheCommandsToGetOne(@TempDir Path folder) {
    assertThatThrownBy(() -> ModelReader.read(folder.resolve("none.weir")))
        .hasMessageContaining("weir train");
  }

  @Test
  void tensor_weightThatIsNotFinite_isRejected() {
    assertThatThrownBy(() -> new Tensor(new int[] {2}, new float[] {1, Float.NaN}))
        .hasMessageContaining("value[1]=NaN");
  }

  @Test
  void weights_file_hasThePublishedLayout() throws IOException {
    byte[] bytes = entries(ModelWriter.toBytes(artifact())).get("weights.safetensors");
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int header = (int) in.getLong();
    JsonNode json =
        new ObjectMapper().readTree(new String(bytes, 8, header, StandardCharsets.UTF_8));
    JsonNode bias = json.get("head.bias");
    assertThat(bias.get("dtype").asText()).isEqualTo("F32");
    assertThat(bias.get("shape").get(0).asInt()).isEqualTo(2);
    float first = in.getFloat(8 + header + bias.get("data_offsets").get(0).asInt());
    assertThat(first).isEqualTo(artifact().weights().tensors().get("head.bias").values()[0]);
  }

  private static void assertRejected(byte[] bytes, String... words) {
    assertThatThrownBy(() -> ModelReader.read(bytes, "model.weir"))
        .isInstanceOf(InvalidArtifactException.class)
        .message()
        .contains("model.weir")
        .contains(words);
  }

  private static ModelArtifact artifact() {
    Architecture architecture =
        new Architecture(CellKind.LSTM, 1, 3, 2, ErrorDistribution.STUDENT_T);
    long[] blocks = new long[Calibration.BINS];
    blocks[0] = 900;
    blocks[7] = 100;
    return new ModelArtifact(
        "golden",
        List.of("value"),
        architecture,
        RandomWeights.of(architecture, 9),
        new Calibration(blocks),
        Map.of("seed", "9", "note", "quote \" and \\ and é"),
        Map.of("mase", 0.83));
  }

  private static byte[] json(UnaryOperator<String> change) throws IOException {
    return entry(
        "model.json",
        bytes -> {
          String before = new String(bytes, StandardCharsets.UTF_8);
          String after = change.apply(before);
          assertThat(after).isNotEqualTo(before);
          return after.getBytes(StandardCharsets.UTF_8);
        });
  }

  private static byte[] entry(String name, UnaryOperator<byte[]> change) throws IOException {
    Map<String, byte[]> entries = entries(ModelWriter.toBytes(artifact()));
    entries.computeIfPresent(name, (key, bytes) -> change.apply(bytes));
    return zip(entries);
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return out.toByteArray();
  }

  private static Map<String, byte[]> entries(byte[] artifact) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(artifact))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }

  private static byte[] flip(byte[] bytes, int at) {
    byte[] flipped = bytes.clone();
    flipped[at] ^= 1;
    return flipped;
  }
}
