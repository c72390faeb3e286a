// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.event.EventFormat;
import dev.weir.event.MetricEvent;
import dev.weir.job.source.SourceRecord.Position;
import dev.weir.job.source.SourceRecord.SourceHeader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordDecoderTest {

  private static Received decode(EventFormat format, int features, String value) {
    return Received.of(format, features, record(value));
  }

  private static ConsumerRecord<byte[], byte[]> record(@Nullable String value) {
    byte[] bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>("metrics", 3, 42, new byte[] {7}, bytes);
    record.headers().add("trace", new byte[] {1, 2}).add("empty", null);
    return record;
  }

  @Test
  void event_ofEitherFormat_isDecodedWithItsTime() {
    MetricEvent expected = new MetricEvent("a", 1_722_945_600_000L, new double[] {93.5});

    String json = "{\"series\":\"a\",\"time\":1722945600000,\"value\":93.5}";
    assertThat(decode(EventFormat.JSON, 1, json).events()).containsExactly(expected);
    assertThat(decode(EventFormat.CSV, 1, "a,1722945600000,93.5").events())
        .containsExactly(expected);
  }

  @Test
  void record_thatIsNotAnEvent_keepsAllItsParts() {
    Received decoded = decode(EventFormat.JSON, 1, "{\"series\":");

    assertThat(decoded.events()).isEmpty();
    MalformedRecord malformed = decoded.malformed().get(0);
    assertThat(malformed.source().position()).isEqualTo(new Position("metrics", 3, 42));
    assertThat(malformed.source().key().orElseThrow()).containsExactly(7);
    assertThat(malformed.source().value().orElseThrow()).asString().isEqualTo("{\"series\":");
    assertThat(malformed.source().headers())
        .extracting(SourceHeader::name)
        .containsExactly("trace", "empty");
    assertThat(malformed.source().headers().get(1).value()).isEqualTo(Optional.empty());
    assertThat(malformed.reason()).isNotBlank();
  }

  @Test
  void event_ofTooManyValues_isMalformedWithBothNumbers() {
    String json = "{\"series\":\"a\",\"time\":1722945600000,\"values\":[1,2]}";
    for (Received decoded :
        List.of(
            decode(EventFormat.CSV, 1, "a,1722945600000,1,2"), decode(EventFormat.JSON, 1, json))) {
      assertThat(decoded.events()).isEmpty();
      assertThat(decoded.malformed())
          .singleElement()
          .extracting(MalformedRecord::reason)
          .asString()
          .contains("series=a", "expected=1", "found=2");
    }
  }

  @Test
  void reason_thatQuotesALongField_isCut() {
    String time = "x".repeat(600_000);

    assertThat(decode(EventFormat.CSV, 1, "a," + time + ",1").malformed())
        .singleElement()
        .extracting(MalformedRecord::reason)
        .asString()
        .hasSize(MalformedRecord.MAX_REASON_LENGTH)
        .contains("time=xxx")
        .endsWith("...");
  }

  @Test
  void tombstone_isMalformed() {
    assertThat(Received.of(EventFormat.JSON, 1, record(null)).malformed())
        .singleElement()
        .extracting(MalformedRecord::reason)
        .asString()
        .contains("tombstone");
  }
}
