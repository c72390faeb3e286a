// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.weir.artifact.DefaultModel;
import dev.weir.cli.deploy.Repository;
import dev.weir.decision.AlertBudget;
import dev.weir.detect.Detector;
import dev.weir.detect.DetectorConfig;
import dev.weir.detect.OfflineRun;
import dev.weir.detect.ScoredPoint;
import dev.weir.event.EventFormat;
import dev.weir.event.EventSink;
import dev.weir.event.MetricEvent;
import dev.weir.job.detect.ScoredEvent;
import dev.weir.job.sink.AlertSchema;
import dev.weir.job.sink.LateSchema;
import dev.weir.job.sink.ScoreSchema;
import dev.weir.series.Observation;
import dev.weir.series.ReorderConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.junit.jupiter.api.Test;

/** Validates the records that the code writes against the JSON Schema files. */
class TopicSchemasTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A link to a schema, or an example. */
  private static final Pattern SCHEMA_OR_EXAMPLE =
      Pattern.compile(
          "\\(schemas/(\\w+)\\.schema\\.json\\)|^```json\\n(.*?)^```",
          Pattern.MULTILINE | Pattern.DOTALL);

  private static final int POINTS = 2_000;
  private static final int FAULT = 1_500;
  private static final int FAULT_END = 1_560;

  private static JsonSchema schema(String name) {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(text("docs/reference/schemas/" + name + ".schema.json"));
  }

  private static String text(String path) {
    return Repository.text(path);
  }

  private static void assertValid(String name, JsonNode record) {
    assertThat(schema(name).validate(record)).as("%s: %s", name, record).isEmpty();
  }

  /** Asserts that all records are valid and contain all properties of the schema. */
  private static void assertMatchesSchema(String name, List<JsonNode> records) throws IOException {
    records.forEach(record -> assertValid(name, record));
    Set<String> written = new HashSet<>();
    records.forEach(record -> record.fieldNames().forEachRemaining(written::add));
    Set<String> properties = new HashSet<>();
    JSON.readTree(text("docs/reference/schemas/" + name + ".schema.json"))
        .path("properties")
        .fieldNames()
        .forEachRemaining(properties::add);
    assertThat(written).isEqualTo(properties);
  }

  /** Scores a noisy wave that is constant at another level for 60 points. */
  private static List<ScoredPoint> scored() throws IOException {
    List<ScoredPoint> scored = new ArrayList<>();
    DetectorConfig config = new DetectorConfig(new AlertBudget(1), 50, 30);
    Detector detector = new Detector(DefaultModel.resolve(Path.of("default")).model(), config);
    OfflineRun run = new OfflineRun(detector, ReorderConfig.DEFAULT, scored::add);
    Random noise = new Random(1);
    for (int n = 0; n < POINTS; n++) {
      double value = 10 * Math.sin(n / 20.0) + noise.nextGaussian();
      boolean fault = n >= FAULT && n < FAULT_END;
      run.offer(new Observation(60_000L * n, new double[] {fault ? 40 : value}));
    }
    run.finish();
    return scored;
  }

  private static <T> JsonNode record(KafkaRecordSerializationSchema<T> schema, T element) {
    try {
      return JSON.readTree(schema.serialize(element, new OneSubtask(), 0L).value());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static final class OneSubtask implements KafkaRecordSerializationSchema.KafkaSinkContext {
    @Override
    public int getParallelInstanceId() {
      return 0;
    }

    @Override
    public int getNumberOfParallelInstances() {
      return 1;
    }

    @Override
    public int[] getPartitionsForTopic(String topic) {
      return new int[] {0};
    }
  }

  private static ScoredEvent point(ScoredPoint scored) {
    return new ScoredEvent("host-1/cpu", "default@1", scored);
  }

  @Test
  void alerts_matchTheirSchema() throws IOException {
    AlertSchema schema = new AlertSchema("alerts", List.of("value"));
    List<JsonNode> alerts =
        scored().stream()
            .filter(each -> each.alert().isPresent())
            .map(each -> record(schema, point(each)))
            .toList();
    assertMatchesSchema("alert", alerts);
    assertThat(alerts)
        .extracting(alert -> alert.path("status").asText())
        .contains("opened", "resolved");
  }

  @Test
  void scores_matchTheirSchema() throws IOException {
    List<JsonNode> scores =
        scored().stream().map(each -> record(new ScoreSchema("scores"), point(each))).toList();
    assertMatchesSchema("score", scores);
    assertThat(scores)
        .extracting(score -> score.path("state").asText())
        .contains("warming_up", "normal", "anomalous");
  }

  @Test
  void latePoint_matchesItsSchemaAndThatOfEvents() throws IOException {
    MetricEvent point = new MetricEvent("host-1/cpu", 60_000, new double[] {1, 2});
    JsonNode late = record(new LateSchema("late"), point);
    assertMatchesSchema("late", List.of(late));
    assertValid("event", late);
  }

  @Test
  void examples_matchTheirSchemas() throws IOException {
    String name = "";
    Set<String> shown = new HashSet<>();
    for (MatchResult match :
        SCHEMA_OR_EXAMPLE.matcher(text("docs/reference/topics.md")).results().toList()) {
      if (match.group(1) != null) {
        name = match.group(1);
      } else {
        assertValid(name, JSON.readTree(match.group(2)));
        shown.add(name);
      }
    }
    assertThat(shown).containsExactlyInAnyOrder("event", "alert", "score", "late", "model");
  }

  @Test
  void eventSchema_acceptsWhatTheDecoderAccepts() throws IOException {
    List<String> records =
        List.of(
            "{\"series\":\"a\",\"time\":1767225600,\"value\":1}",
            "{\"series\":\"a\",\"time\":\"2026-01-01T00:00:00Z\",\"values\":[1,2],\"unit\":\"s\"}",
            "{\"series\":\" \",\"time\":1,\"value\":1}",
            "{\"series\":\"a\",\"value\":1}",
            "{\"series\":\"a\",\"time\":1}",
            "{\"series\":\"a\",\"time\":1,\"values\":[]}",
            "{\"series\":\"a\",\"time\":1,\"value\":\"NaN\"}",
            "{\"series\":\"a\",\"time\":1,\"value\":1e31}");
    for (String record : records) {
      boolean valid = schema("event").validate(JSON.readTree(record)).isEmpty();
      assertThat(isDecoded(record)).as(record).isEqualTo(valid);
    }
  }

  private static boolean isDecoded(String record) {
    Decoded decoded = new Decoded();
    EventFormat.JSON.decoder().decode(record.getBytes(StandardCharsets.UTF_8), decoded);
    return decoded.events > 0;
  }

  private static final class Decoded implements EventSink {
    private int events;

    @Override
    public void event(String series, long timeMillis, double[] values, int count) {
      events++;
    }

    @Override
    public void malformed(String reason) {}
  }
}
