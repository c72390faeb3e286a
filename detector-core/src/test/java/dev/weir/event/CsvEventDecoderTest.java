// SPDX-License-Identifier: Apache-2.0
package dev.weir.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvEventDecoderTest {

  @Test
  void decode_severalValues_keepsTheirOrder() {
    assertThat(decode("host-1/cpu, 1704067200000, 1.5, -2\n").event())
        .isEqualTo(new MetricEvent("host-1/cpu", 1_704_067_200_000L, new double[] {1.5, -2}));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "s,1704067200000 | fields=2",
        "s,soon,1 | time=soon",
        "s,1704067200000,x | value[0]=x",
        "s,1704067200000,NaN | finite",
        "s,1704067200000,1, | value[1]=",
        ",1704067200000,1 | series"
      })
  void decode_malformedRecord_hasTheReason(String record, String reason) {
    assertThat(decode(record.strip()).reason()).contains(reason.strip());
  }

  @Test
  void event_noValues_isRejected() {
    assertThatThrownBy(() -> new MetricEvent("s", 0, new double[0]))
        .hasMessageContaining("at least one");
  }

  private static Collected decode(String record) {
    return Collected.from(EventFormat.CSV.decoder(), record.getBytes(StandardCharsets.UTF_8));
  }
}
