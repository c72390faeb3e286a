// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.sink;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.weir.decision.Alert;
import dev.weir.decision.Evidence;
import dev.weir.decision.Incident;
import dev.weir.job.detect.ScoredEvent;
import java.io.IOException;
import java.util.List;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Serialization schema of alert records. */
public final class AlertSchema implements KafkaRecordSerializationSchema<ScoredEvent> {

  private static final long serialVersionUID = 1L;

  private final String topic;
  private final List<String> features;

  /**
   * @param topic topic of the alerts
   * @param features names of the features, in the order of a point's values
   */
  public AlertSchema(String topic, List<String> features) {
    this.topic = topic;
    this.features = List.copyOf(features);
  }

  /**
   * @throws IllegalArgumentException if the point has no alert
   */
  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      ScoredEvent point, KafkaSinkContext context, @Nullable Long timestamp) {
    Alert alert =
        point
            .scored()
            .alert()
            .orElseThrow(
                () -> new IllegalArgumentException("the point must have an alert: point=" + point));
    return JsonRecord.of(topic, point.series(), json -> write(json, point, alert));
  }

  private void write(JsonGenerator json, ScoredEvent point, Alert alert) throws IOException {
    Evidence evidence = alert.evidence();
    Incident incident = alert.incident();
    json.writeStringField("id", alert.id(point.series(), point.model()));
    json.writeStringField("status", alert.status().label());
    json.writeStringField("series", point.series());
    json.writeStringField("model", point.model());
    json.writeNumberField("startedAt", incident.startMillis());
    json.writeNumberField("time", evidence.timeMillis());
    writeEnd(json, alert);
    EvidenceFields.write(json, evidence);
    json.writeNumberField("peakScore", incident.peakScore());
    json.writeStringField("feature", features.get(evidence.feature()));
    json.writeNumberField("points", incident.points());
  }

  /** An incident ends with its last anomalous point, but is resolved only some points later. */
  private static void writeEnd(JsonGenerator json, Alert alert) throws IOException {
    if (alert.status() == Alert.Status.RESOLVED) {
      json.writeNumberField("endedAt", alert.incident().lastMillis());
    } else {
      json.writeNullField("endedAt");
    }
  }
}
