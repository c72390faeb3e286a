// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.decision.Alert;
import dev.weir.decision.Band;
import dev.weir.decision.Decision;
import dev.weir.decision.Evidence;
import dev.weir.decision.Guarantee;
import dev.weir.decision.Incident;
import dev.weir.detect.ScoredPoint;
import dev.weir.event.MetricEvent;
import dev.weir.job.detect.ScoredEvent;
import dev.weir.score.Signal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class RecordSchemasTest {

  private static final Band BAND =
      new Band(new double[] {41.25}, new double[] {35}, new double[] {48});

  private static ScoredEvent point(Band band, Decision decision, Optional<Alert.Status> status) {
    Guarantee guarantee =
        decision instanceof Decision.WarmingUp ? Guarantee.LEARNING : Guarantee.PROVISIONAL;
    Evidence evidence =
        new Evidence(
            2_000, new double[] {93.5}, band, -4, -3, Signal.DRIFT, new double[] {1}, guarantee);
    Incident incident = new Incident(1_000, 1_500, 0.875, 3);
    Optional<Alert> alert = status.map(s -> new Alert(s, incident, evidence));
    return new ScoredEvent(
        "höst/cpu", "lstm@7", new ScoredPoint(evidence, 7, true, decision, alert, false));
  }

  private static <T> ProducerRecord<byte[], byte[]> record(
      KafkaRecordSerializationSchema<T> schema, T element) {
    return schema.serialize(element, SinkContexts.SINGLE_SUBTASK, Long.MIN_VALUE);
  }

  private static <T> String json(KafkaRecordSerializationSchema<T> schema, T element) {
    return new String(record(schema, element).value(), StandardCharsets.UTF_8);
  }

  @Test
  void alert_opened_isWrittenWithoutAnEnd() {
    assertThat(
            json(
                new AlertSchema("alerts", List.of("load")),
                point(BAND, Decision.ANOMALOUS, Optional.of(Alert.Status.OPENED))))
        .isEqualTo(
            "{\"id\":\"14c905b6-a64d-3868-876b-c5edcd1fdc26\",\"status\":\"opened\","
                + "\"series\":\"höst/cpu\",\"model\":\"lstm@7\",\"startedAt\":1000,\"time\":2000,"
                + "\"endedAt\":null,\"values\":[93.5],\"expected\":[41.25],\"lower\":[35.0],"
                + "\"upper\":[48.0],\"score\":0.9090909090909091,\"threshold\":0.5,\"signal\":\"drift\",\"contributions\":[1.0],"
                + "\"guarantee\":\"provisional\",\"peakScore\":0.875,\"feature\":\"load\","
                + "\"points\":3}");
  }

  @Test
  void alert_resolved_endsWithTheLastAnomalousPoint() {
    assertThat(
            json(
                new AlertSchema("alerts", List.of("load")),
                point(BAND, Decision.NORMAL, Optional.of(Alert.Status.RESOLVED))))
        .contains("\"status\":\"resolved\"", "\"endedAt\":1500");
  }

  @Test
  void alert_ofAPointWithoutOne_isRejected() {
    AlertSchema schema = new AlertSchema("alerts", List.of("load"));

    assertThatThrownBy(() -> json(schema, point(BAND, Decision.NORMAL, Optional.empty())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void score_withoutForecast_hasNullsForTheBand() {
    assertThat(
            json(
                new ScoreSchema("scores"),
                point(Band.NONE, new Decision.WarmingUp(3), Optional.empty())))
        .isEqualTo(
            "{\"series\":\"höst/cpu\",\"time\":2000,\"values\":[93.5],\"expected\":null,"
                + "\"lower\":null,\"upper\":null,\"score\":0.0,\"threshold\":1.0,\"signal\":null,"
                + "\"contributions\":[1.0],\"guarantee\":\"learning\",\"alertScore\":0.0,"
                + "\"state\":\"warming_up\",\"model\":\"lstm@7\"}");
  }

  @Test
  void score_afterWarmUp_hasSignalAndGuarantee() {
    assertThat(json(new ScoreSchema("scores"), point(BAND, Decision.NORMAL, Optional.empty())))
        .contains("\"signal\":\"drift\"", "\"guarantee\":\"provisional\"");
  }

  @Test
  void alert_ofSeveralFeatures_namesTheOneThatContributedMost() {
    double[] values = {1, 2, 3};
    Evidence evidence =
        new Evidence(
            2_000,
            values,
            Band.NONE,
            -4,
            -3,
            Signal.RANGE,
            new double[] {0.25, 0.5, 0.25},
            Guarantee.GUARANTEED);
    Alert alert = new Alert(Alert.Status.OPENED, new Incident(1_000, 1_500, 0.875, 3), evidence);
    ScoredPoint scored =
        new ScoredPoint(evidence, 7, true, Decision.ANOMALOUS, Optional.of(alert), false);
    assertThat(
            json(
                new AlertSchema("alerts", List.of("a", "b", "c")),
                new ScoredEvent("s", "m@1", scored)))
        .contains(
            "\"signal\":\"range\"",
            "\"contributions\":[0.25,0.5,0.25]",
            "\"guarantee\":\"guaranteed\"",
            "\"feature\":\"b\"");
  }

  @Test
  void latePoint_isWrittenInTheFormatOfTheInput() {
    assertThat(json(new LateSchema("late"), new MetricEvent("a", 1_000_000, new double[] {1, 2.5})))
        .isEqualTo("{\"series\":\"a\",\"time\":1000000,\"values\":[1.0,2.5]}");
  }

  @Test
  void record_ofAnySchema_isKeyedBySeriesAndHasNoTimestamp() {
    ProducerRecord<byte[], byte[]> record =
        record(new ScoreSchema("scores"), point(BAND, Decision.NORMAL, Optional.empty()));

    assertThat(record.key()).asString(StandardCharsets.UTF_8).isEqualTo("höst/cpu");
    assertThat(record.topic()).isEqualTo("scores");
    assertThat(record.timestamp()).isNull();
    assertThat(record.partition()).isNull();
  }
}
