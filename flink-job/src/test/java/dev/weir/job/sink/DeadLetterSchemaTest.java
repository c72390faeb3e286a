// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.job.decode.MalformedRecord;
import dev.weir.job.source.SourceRecord;
import dev.weir.job.source.SourceRecord.Position;
import dev.weir.job.source.SourceRecord.SourceHeader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;

class DeadLetterSchemaTest {

  private static Optional<byte[]> bytes(String text) {
    return Optional.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static ProducerRecord<byte[], byte[]> letter(long timestamp, SourceHeader... headers) {
    SourceRecord source =
        new SourceRecord(
            new Position("metrics", 3, 42),
            timestamp,
            bytes("key"),
            bytes("value"),
            List.of(headers));
    return new DeadLetterSchema("dead", 1_048_576)
        .serialize(new MalformedRecord(source, "why"), SinkContexts.SINGLE_SUBTASK, 1L);
  }

  private static List<String> headers(ProducerRecord<byte[], byte[]> letter) {
    return Arrays.stream(letter.headers().toArray()).map(DeadLetterSchemaTest::text).toList();
  }

  private static String text(Header header) {
    return header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8);
  }

  @Test
  void letter_ofARecord_keepsKeyAndValue() {
    ProducerRecord<byte[], byte[]> letter = letter(1_700_000_000_000L);

    assertThat(letter.topic()).isEqualTo("dead");
    assertThat(letter.key()).asString().isEqualTo("key");
    assertThat(letter.value()).asString().isEqualTo("value");
  }

  @Test
  void timestamp_ofTheRecord_isAHeaderOfTheLetter() {
    long year2100 = 4_102_444_800_000L;

    assertThat(letter(year2100).timestamp()).isNull();
    assertThat(headers(letter(year2100))).contains("__weir.original.timestamp=4102444800000");
  }

  @Test
  void timestamp_ofARecordWithoutOne_isNoHeader() {
    assertThat(letter(-1).timestamp()).isNull();
    assertThat(headers(letter(-1))).noneMatch(header -> header.startsWith("__weir."));
  }

  @Test
  void headers_ofTheRecord_precedeThoseOfTheError() {
    SourceHeader earlier = new SourceHeader("__connect.errors.topic", bytes("earlier"));

    assertThat(headers(letter(0, new SourceHeader("trace", bytes("1")), earlier)))
        .containsExactly(
            "trace=1",
            "__connect.errors.topic=earlier",
            "__connect.errors.topic=metrics",
            "__connect.errors.partition=3",
            "__connect.errors.offset=42",
            "__connect.errors.stage=VALUE_CONVERTER",
            "__connect.errors.exception.class.name=dev.weir.event.MalformedRecordException",
            "__connect.errors.exception.message=why",
            "__weir.original.timestamp=0");
  }
}
