// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.sink;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.weir.detect.ScoredPoint;
import dev.weir.job.detect.ScoredEvent;
import java.io.IOException;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Serialization schema of score records: one per scored point, also during warm-up. */
public final class ScoreSchema implements KafkaRecordSerializationSchema<ScoredEvent> {

  private static final long serialVersionUID = 1L;

  private final String topic;

  /**
   * @param topic topic of the scores
   */
  public ScoreSchema(String topic) {
    this.topic = topic;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      ScoredEvent point, KafkaSinkContext context, @Nullable Long timestamp) {
    return JsonRecord.of(topic, point.series(), json -> write(json, point));
  }

  private static void write(JsonGenerator json, ScoredEvent point) throws IOException {
    ScoredPoint scored = point.scored();
    json.writeStringField("series", point.series());
    json.writeNumberField("time", scored.evidence().timeMillis());
    EvidenceFields.write(json, scored.evidence());
    json.writeNumberField("alertScore", scored.alertScore());
    json.writeStringField("state", scored.decision().label());
    json.writeStringField("model", point.model());
  }
}
