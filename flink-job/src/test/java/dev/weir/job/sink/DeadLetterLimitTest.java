// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.job.decode.MalformedRecord;
import dev.weir.job.source.SourceRecord;
import dev.weir.job.source.SourceRecord.Position;
import dev.weir.job.source.SourceRecord.SourceHeader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.AbstractRecords;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.record.RecordBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares dead letters with the producer's estimate, by which it rejects a record. */
class DeadLetterLimitTest {

  private static final int LIMIT = 1_048_576;

  private static ProducerRecord<byte[], byte[]> letter(
      int keyBytes, int valueBytes, int headers, int headerBytes) {
    SourceHeader header = new SourceHeader("trace", Optional.of(new byte[headerBytes]));
    SourceRecord source =
        new SourceRecord(
            new Position("metrics", 3, 42),
            0,
            Optional.of(new byte[keyBytes]),
            Optional.of(new byte[valueBytes]),
            Collections.nCopies(headers, header));
    return new DeadLetterSchema("dead", LIMIT)
        .serialize(
            new MalformedRecord(source, "\u20ac".repeat(5000)), SinkContexts.SINGLE_SUBTASK, 1L);
  }

  private static int size(ProducerRecord<byte[], byte[]> letter) {
    return AbstractRecords.estimateSizeInBytesUpperBound(
        RecordBatch.CURRENT_MAGIC_VALUE,
        CompressionType.NONE,
        letter.key(),
        letter.value(),
        letter.headers().toArray());
  }

  private static Optional<String> header(ProducerRecord<byte[], byte[]> letter, String name) {
    return Optional.ofNullable(letter.headers().lastHeader(name))
        .map(Header::value)
        .map(value -> new String(value, StandardCharsets.UTF_8));
  }

  private static List<Optional<String>> cuts(ProducerRecord<byte[], byte[]> letter) {
    return List.of(
        header(letter, DeadLetterLimit.KEY_BYTES),
        header(letter, DeadLetterLimit.VALUE_BYTES),
        header(letter, DeadLetterLimit.HEADERS_BYTES));
  }

  @ParameterizedTest
  @CsvSource({
    "3, 1048400, 0, 0",
    "3, 5000000, 0, 0",
    "1048000, 10, 0, 0",
    "10, 10, 1, 1048000",
    "10, 10, 30000, 20",
    "10, 10, 100000, 0",
    "700000, 700000, 7, 100000"
  })
  void letter_ofALargeRecord_fitsAndStatesItsSize(
      int keyBytes, int valueBytes, int headers, int headerBytes) {
    ProducerRecord<byte[], byte[]> letter = letter(keyBytes, valueBytes, headers, headerBytes);

    assertThat(size(letter)).isLessThanOrEqualTo(LIMIT);
    assertThat(cuts(letter)).anyMatch(Optional::isPresent);
    assertThat(header(letter, "__connect.errors.offset")).contains("42");
    assertThat(
            header(letter, DeadLetterLimit.KEY_BYTES)
                .map(Integer::valueOf)
                .orElse(letter.key().length))
        .isEqualTo(keyBytes);
    assertThat(
            header(letter, DeadLetterLimit.VALUE_BYTES)
                .map(Integer::valueOf)
                .orElse(letter.value().length))
        .isEqualTo(valueBytes);
  }

  @Test
  void letter_whoseValueIsTooLarge_keepsKeyAndHeadersAndMostOfTheValue() {
    ProducerRecord<byte[], byte[]> letter = letter(1000, 1_048_400, 2, 100);

    assertThat(letter.key()).hasSize(1000);
    assertThat(letter.headers().headers("trace")).hasSize(2);
    assertThat(cuts(letter))
        .containsExactly(Optional.empty(), Optional.of("1048400"), Optional.empty());
    assertThat(size(letter)).isGreaterThan(LIMIT - 400);
  }

  @Test
  void letter_ofARecordThatFits_isWhole() {
    int boundsOfLengths = 128;
    int largest = LIMIT - size(letter(10, 0, 1, 10)) - boundsOfLengths;
    ProducerRecord<byte[], byte[]> letter = letter(10, largest, 1, 10);

    assertThat(letter.value().length).isEqualTo(largest);
    assertThat(cuts(letter)).containsOnly(Optional.empty());
  }
}
