// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A Kafka record of the input, unchanged.
 *
 * @param position topic, partition and offset
 * @param timestampMillis timestamp of the record, which is not the event's time; negative if it has
 *     none
 * @param key bytes of the key
 * @param value bytes of the value; absent in a tombstone
 * @param headers in their order; names may repeat
 */
public record SourceRecord(
    Position position,
    long timestampMillis,
    Optional<byte[]> key,
    Optional<byte[]> value,
    List<SourceHeader> headers) {

  /** Position of a record in Kafka. */
  public record Position(String topic, int partition, long offset) {}

  /** One header; its value may be absent. */
  public record SourceHeader(String name, Optional<byte[]> value) {}

  /** Converts a record that a Kafka consumer returned. */
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
