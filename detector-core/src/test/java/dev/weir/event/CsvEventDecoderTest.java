package dev.weir.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvEventDecoderTest {

  @Test
  void decode_severalValues_givesThemInOrder() {
    assertThat(decode("host-1/cpu, 1704067200000, 1.5, -2\n"))
        .isEqualTo(
            new DecodeResult.Decoded(
                new MetricEvent("host-1/cpu", 1_704_067_200_000L, new double[] {1.5, -2})));
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
  void decode_malformed_saysWhatIsWrong(String record, String reason) {
    DecodeResult result = decode(record.strip());
    assertThat(result).isInstanceOf(DecodeResult.Malformed.class);
    assertThat(((DecodeResult.Malformed) result).reason()).contains(reason.strip());
  }

  @Test
  void event_noValues_isRefused() {
    assertThatThrownBy(() -> new MetricEvent("s", 0, new double[0]))
        .hasMessageContaining("at least one");
  }

  private static DecodeResult decode(String record) {
    List<DecodeResult> results = new ArrayList<>();
    EventFormat.CSV.decoder().decode(record.getBytes(StandardCharsets.UTF_8), results::add);
    assertThat(results).hasSize(1);
    return results.get(0);
  }
}
