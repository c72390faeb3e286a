// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.sink;

import dev.weir.event.MalformedRecordException;
import dev.weir.job.decode.MalformedRecord;
import dev.weir.job.source.SourceRecord;
import dev.weir.job.source.SourceRecord.Position;
import dev.weir.job.source.SourceRecord.SourceHeader;
import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Serialization schema of dead letters: the malformed record, unchanged, with the error in headers
 * named like those of Kafka Connect.
 */
public final class DeadLetterSchema implements KafkaRecordSerializationSchema<MalformedRecord> {

  private static final long serialVersionUID = 1L;

  /** Kafka Connect's name of the stage that failed: the conversion of the value. */
  private static final String STAGE = "VALUE_CONVERTER";

  private static final String PREFIX = "__connect.errors.";

  private final String topic;

  /**
   * @param topic the dead-letter topic
   */
  public DeadLetterSchema(String topic) {
    this.topic = topic;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      MalformedRecord malformed, KafkaSinkContext context, @Nullable Long timestamp) {
    SourceRecord source = malformed.source();
    return new ProducerRecord<>(
        topic,
        null,
        source.timestampMillis() < 0 ? null : source.timestampMillis(),
        source.key().orElse(null),
        source.value().orElse(null),
        headers(malformed));
  }

  private static Headers headers(MalformedRecord malformed) {
    Headers headers = new RecordHeaders();
    for (SourceHeader header : malformed.source().headers()) {
      headers.add(header.name(), header.value().orElse(null));
    }
    Position position = malformed.source().position();
    add(headers, "topic", position.topic());
    add(headers, "partition", Integer.toString(position.partition()));
    add(headers, "offset", Long.toString(position.offset()));
    add(headers, "stage", STAGE);
    add(headers, "exception.class.name", MalformedRecordException.class.getName());
    add(headers, "exception.message", malformed.reason());
    return headers;
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(PREFIX + name, value.getBytes(StandardCharsets.UTF_8));
  }
}
