// SPDX-License-Identifier: Apache-2.0
package dev.weir.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules for series names, which hold in every format. */
class SeriesNamesTest {

  private static final String LONGEST_ASCII = "n".repeat(512);
  private static final String LONGEST = "\u20ac".repeat(170) + "nn";

  @ParameterizedTest
  @EnumSource
  void name_of512Bytes_isAccepted(EventFormat format) {
    assertThat(decode(format, LONGEST_ASCII).event().series()).isEqualTo(LONGEST_ASCII);
    assertThat(decode(format, LONGEST).event().series()).isEqualTo(LONGEST);
  }

  @ParameterizedTest
  @EnumSource
  void name_of513Bytes_isMalformed(EventFormat format) {
    for (String name : new String[] {LONGEST_ASCII + "n", LONGEST + "n"}) {
      assertThat(decode(format, name).reason()).contains("at most 512 bytes", "found=513");
    }
  }

  @ParameterizedTest
  @EnumSource
  void name_thatIsNotUtf8_isMalformed(EventFormat format) {
    byte[] latin1 = {'a', (byte) 0xe9, 'b'};
    byte[] truncated = {'a', (byte) 0xe2, (byte) 0x82};
    byte[] encodedSurrogate = {(byte) 0xed, (byte) 0xa0, (byte) 0xbd};
    for (byte[] name : new byte[][] {latin1, truncated, encodedSurrogate}) {
      assertThat(decode(format, name).reason()).contains("UTF-8");
    }
  }

  @ParameterizedTest
  @EnumSource
  void name_ofReplacementAndSupplementaryCharacters_isAccepted(EventFormat format) {
    String name = "\ufffd\ud83d\ude00";

    assertThat(decode(format, name).event().series()).isEqualTo(name);
  }

  @Test
  void escapes_areMeasuredAsTheCharactersTheyStandFor() {
    String escaped = "\\u0041".repeat(512);

    assertThat(decode(EventFormat.JSON, escaped).event().series()).isEqualTo("A".repeat(512));
    assertThat(decode(EventFormat.JSON, escaped + "A").reason()).contains("found=513");
  }

  @Test
  void escapedSurrogate_withoutItsPair_isMalformed() {
    for (String name : new String[] {"a\\ud83d", "\\ude00\\ud83d", "\\ud83d-"}) {
      assertThat(decode(EventFormat.JSON, name).reason()).contains("surrogate");
    }
  }

  private static Collected decode(EventFormat format, String name) {
    return decode(format, name.getBytes(StandardCharsets.UTF_8));
  }

  private static Collected decode(EventFormat format, byte[] name) {
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    record.writeBytes(ascii(format == EventFormat.JSON ? "{\"series\":\"" : ""));
    record.writeBytes(name);
    record.writeBytes(ascii(format == EventFormat.JSON ? "\",\"time\":0,\"value\":1}" : ",0,1"));
    return Collected.from(format.decoder(), record.toByteArray());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
