// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.sink;

import dev.weir.event.MalformedRecordException;
import dev.weir.job.decode.MalformedRecord;
import dev.weir.job.source.SourceRecord;
import dev.weir.job.source.SourceRecord.Position;
import dev.weir.job.source.SourceRecord.SourceHeader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Serialization schema of dead letters: the malformed record with the error in headers named like
 * those of Kafka Connect. A record that would exceed the producer's limit is cut.
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
  private final DeadLetterLimit limit;

  /**
   * @param topic the dead-letter topic
   * @param maxRequestBytes {@code max.request.size} of the producer
   */
  public DeadLetterSchema(String topic, int maxRequestBytes) {
    this.topic = topic;
    this.limit = new DeadLetterLimit(maxRequestBytes);
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      MalformedRecord malformed, KafkaSinkContext context, @Nullable Long timestamp) {
    List<SourceHeader> added = addedHeaders(malformed);
    SourceRecord source = limit.fit(malformed.source(), added);
    Headers headers = new RecordHeaders();
    source.headers().forEach(header -> add(headers, header));
    added.forEach(header -> add(headers, header));
    return new ProducerRecord<>(
        topic, null, source.key().orElse(null), source.value().orElse(null), headers);
  }

  private static void add(Headers headers, SourceHeader header) {
    headers.add(header.name(), header.value().orElse(null));
  }

  private static List<SourceHeader> addedHeaders(MalformedRecord malformed) {
    Position position = malformed.source().position();
    long timestamp = malformed.source().timestampMillis();
    List<SourceHeader> headers =
        new ArrayList<>(
            List.of(
                header(PREFIX + "topic", position.topic()),
                header(PREFIX + "partition", Integer.toString(position.partition())),
                header(PREFIX + "offset", Long.toString(position.offset())),
                header(PREFIX + "stage", STAGE),
                header(PREFIX + "exception.class.name", MalformedRecordException.class.getName()),
                header(PREFIX + "exception.message", malformed.reason())));
    if (timestamp >= 0) {
      headers.add(header(TIMESTAMP, Long.toString(timestamp)));
    }
    return headers;
  }

  private static SourceHeader header(String name, String value) {
    return new SourceHeader(name, Optional.of(value.getBytes(StandardCharsets.UTF_8)));
  }
}
