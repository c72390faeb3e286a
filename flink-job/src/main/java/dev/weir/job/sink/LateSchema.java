// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.sink;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.weir.event.MetricEvent;
import java.io.IOException;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Serialization schema of late points, in the format of the JSON input, so that they can be read
 * again.
 */
public final class LateSchema implements KafkaRecordSerializationSchema<MetricEvent> {

  private static final long serialVersionUID = 1L;

  private final String topic;

  /**
   * @param topic topic of the late points
   */
  public LateSchema(String topic) {
    this.topic = topic;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      MetricEvent event, KafkaSinkContext context, @Nullable Long timestamp) {
    return JsonRecord.of(topic, event.series(), json -> write(json, event));
  }

  private static void write(JsonGenerator json, MetricEvent event) throws IOException {
    json.writeStringField("series", event.series());
    json.writeNumberField("time", event.timeMillis());
    JsonRecord.array(json, "values", event.values());
  }
}
