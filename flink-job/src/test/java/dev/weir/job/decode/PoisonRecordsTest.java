// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.event.EventFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Checks that any record gives either one event or one malformed record. */
class PoisonRecordsTest {

  private static final String[] VALID = {
    "{\"series\":\"a\\u00e9\",\"time\":1722945600000,\"value\":93.5}",
    "{\"series\":\"a\",\"time\":\"2026-01-01T00:00:00.5+02:00\",\"values\":[1,-2e3,0.5],\"x\":{\"y\":[]}}",
    "a,1722945600000,93.5,1e300",
    "a,2026-01-01 00:00:00,93.5"
  };

  @Provide
  static Arbitrary<byte[]> anything() {
    return Arbitraries.bytes().array(byte[].class).ofMaxSize(60);
  }

  /** Valid records in which some bytes are replaced by characters of the formats' syntax. */
  @Provide
  static Arbitrary<byte[]> damaged() {
    Arbitrary<byte[]> replacement =
        Arbitraries.of("+-9e.\"\\{}[],:uTZ \n".chars().mapToObj(c -> (char) c).toList())
            .list()
            .ofMaxSize(12)
            .map(PoisonRecordsTest::bytes);
    return Combinators.combine(
            Arbitraries.of(VALID), Arbitraries.integers().between(0, 60), replacement)
        .as(PoisonRecordsTest::splice);
  }

  /** Times as text, with signs, many digits and parts out of their range. */
  @Provide
  static Arbitrary<byte[]> textTimes() {
    Arbitrary<String> year =
        Arbitraries.of("", "+", "-")
            .flatMap(sign -> Arbitraries.integers().between(0, 999_999_999).map(y -> sign + y));
    Arbitrary<Integer> part = Arbitraries.integers().between(0, 99);
    return Combinators.combine(year, part, part, part, Arbitraries.of("", "Z", "+18:00", "-99:99"))
        .as("%s-%02d-%02dT%02d:00%s"::formatted)
        .map(time -> ("{\"series\":\"a\",\"time\":\"" + time + "\",\"value\":1}"))
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] bytes(List<Character> characters) {
    StringBuilder text = new StringBuilder();
    characters.forEach(text::append);
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] splice(String valid, int at, byte[] replacement) {
    byte[] bytes = valid.getBytes(StandardCharsets.UTF_8);
    int start = Math.min(at, bytes.length);
    byte[] damaged = new byte[Math.max(bytes.length, start + replacement.length)];
    System.arraycopy(bytes, 0, damaged, 0, bytes.length);
    System.arraycopy(replacement, 0, damaged, start, replacement.length);
    return damaged;
  }

  @Property(tries = 1000)
  void record_ofAnyBytes_givesOneResult(@ForAll("anything") byte[] value) {
    assertOneResult(value);
  }

  @Property(tries = 3000)
  void record_damagedAnywhere_givesOneResult(@ForAll("damaged") byte[] value) {
    assertOneResult(value);
  }

  @Property(tries = 1000)
  void record_ofAnInvalidTime_givesOneResult(@ForAll("textTimes") byte[] value) {
    assertOneResult(value);
  }

  private static void assertOneResult(byte[] value) {
    for (EventFormat format : EventFormat.values()) {
      Received out =
          Received.of(format, 1, new ConsumerRecord<>("metrics", 0, 0, new byte[0], value));
      assertThat(out.events().size() + out.malformed().size()).isEqualTo(1);
    }
  }
}
