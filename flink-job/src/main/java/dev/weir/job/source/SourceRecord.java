package dev.weir.job.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A Kafka record as it was read.
 *
 * @param position where it stands
 * @param timestampMillis the record's own timestamp, not the event's time; negative where it has
 *     none
 * @param key the key's bytes
 * @param value the value's bytes; absent in a tombstone
 * @param headers in their order, names may repeat
 */
public record SourceRecord(
    Position position,
    long timestampMillis,
    Optional<byte[]> key,
    Optional<byte[]> value,
    List<SourceHeader> headers) {

  /** Where a record stands. */
  public record Position(String topic, int partition, long offset) {}

  /** One header; its value may be absent. */
  public record SourceHeader(String name, Optional<byte[]> value) {}

  /** Keeps a record that Kafka's consumer returned. */
  public static SourceRecord of(ConsumerRecord<byte[], byte[]> record) {
    List<SourceHeader> headers = new ArrayList<>();
    for (Header header : record.headers()) {
      headers.add(new SourceHeader(header.key(), Optional.ofNullable(header.value())));
    }
    return new SourceRecord(
        new Position(record.topic(), record.partition(), record.offset()),
        record.timestamp(),
        Optional.ofNullable(record.key()),
        Optional.ofNullable(record.value()),
        headers);
  }
}
