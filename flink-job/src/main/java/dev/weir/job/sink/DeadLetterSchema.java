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
 * Serialization schema of dead letters: the malformed record with the error in headers named like
 * those of Kafka Connect.
 *
 * <p>The producer sets the timestamp, and a header keeps that of the record: brokers reject a
 * timestamp in the future, and delete a record whose timestamp is older than the retention.
 */
public final class DeadLetterSchema implements KafkaRecordSerializationSchema<MalformedRecord> {

  private static final long serialVersionUID = 1L;

  /** Kafka Connect's name of the stage that failed: the conversion of the value. */
  private static final String STAGE = "VALUE_CONVERTER";

  private static final String PREFIX = "__connect.errors.";

  /** Header of the record's timestamp, milliseconds since 1970-01-01T00:00:00Z, as text. */
  static final String TIMESTAMP = "__weir.original.timestamp";

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
        null,
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
    add(headers, PREFIX + "topic", position.topic());
    add(headers, PREFIX + "partition", Integer.toString(position.partition()));
    add(headers, PREFIX + "offset", Long.toString(position.offset()));
    add(headers, PREFIX + "stage", STAGE);
    add(headers, PREFIX + "exception.class.name", MalformedRecordException.class.getName());
    add(headers, PREFIX + "exception.message", malformed.reason());
    if (malformed.source().timestampMillis() >= 0) {
      add(headers, TIMESTAMP, Long.toString(malformed.source().timestampMillis()));
    }
    return headers;
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
