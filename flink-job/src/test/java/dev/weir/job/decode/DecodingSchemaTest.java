package dev.weir.job.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.event.EventFormat;
import dev.weir.event.MetricEvent;
import dev.weir.job.decode.DecodedRecord.Event;
import dev.weir.job.decode.DecodedRecord.Malformed;
import dev.weir.job.source.SourceRecord.Position;
import dev.weir.job.source.SourceRecord.SourceHeader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecodingSchemaTest {

  private static List<DecodedRecord> decode(EventFormat format, int features, String value) {
    return decode(format, features, record(value));
  }

  private static List<DecodedRecord> decode(
      EventFormat format, int features, ConsumerRecord<byte[], byte[]> record) {
    List<DecodedRecord> out = new ArrayList<>();
    new DecodingSchema(format, features).deserialize(record, new ListCollector<>(out));
    return out;
  }

  private static ConsumerRecord<byte[], byte[]> record(@Nullable String value) {
    byte[] bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>("metrics", 3, 42, new byte[] {7}, bytes);
    record.headers().add("trace", new byte[] {1, 2}).add("empty", null);
    return record;
  }

  @Test
  void event_ofEitherFormat_isDecodedWithItsOwnTime() {
    Event expected = new Event(new MetricEvent("a", 1_722_945_600_000L, new double[] {93.5}));

    assertThat(
            decode(EventFormat.JSON, 1, "{\"series\":\"a\",\"time\":1722945600000,\"value\":93.5}"))
        .containsExactly(expected);
    assertThat(decode(EventFormat.CSV, 1, "a,1722945600000,93.5")).containsExactly(expected);
    assertThat(expected.eventTimeMillis()).isEqualTo(1_722_945_600_000L);
  }

  @Test
  void record_thatIsNoEvent_keepsAllItCameWith() {
    DecodedRecord decoded = decode(EventFormat.JSON, 1, "{\"series\":").get(0);

    assertThat(decoded).isInstanceOf(Malformed.class);
    assertThat(decoded.eventTimeMillis()).isEqualTo(Long.MIN_VALUE);
    Malformed malformed = (Malformed) decoded;
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
    assertThat(decode(EventFormat.CSV, 1, "a,1722945600000,1,2"))
        .singleElement()
        .extracting(decoded -> ((Malformed) decoded).reason())
        .asString()
        .contains("series=a", "expected=1", "found=2");
  }

  @Test
  void tombstone_isMalformed() {
    assertThat(decode(EventFormat.JSON, 1, record(null)))
        .singleElement()
        .extracting(decoded -> ((Malformed) decoded).reason())
        .asString()
        .contains("tombstone");
  }
}
