// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.cli.command.ErrorLine;
import dev.weir.cli.forecast.ForecastFormat;
import dev.weir.cli.forecast.PathForecast;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalTextTest {

  private static final String NAME = "h\u00f6st\u001b[2J\u009b1m";
  private static final String ESCAPED = "h\u00f6st\\u001b[2J\\u009b1m";

  @Test
  void escape_controlCharacters_leavesTheOthers() {
    assertThat(TerminalText.escape(NAME)).isEqualTo(ESCAPED);
    assertThat(TerminalText.escape("\u20ac \ud83d\ude00\u202e"))
        .isEqualTo("\u20ac \ud83d\ude00\\u202e");
  }

  @Test
  void errorLine_ofAMessageWithControlCharacters_escapesThem() {
    assertThat(ErrorLine.of(new IOException("series=" + NAME))).isEqualTo("series=" + ESCAPED);
  }

  @Test
  void forecast_ofASeriesWithControlCharacters_escapesThem() {
    PathForecast forecast =
        new PathForecast(NAME, List.of("value"), new long[] {0}, new double[][][] {{{1}}});

    assertThat(ForecastFormat.TABLE.text(forecast)).startsWith(ESCAPED + ", 1 paths");
  }
}
