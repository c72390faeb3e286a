// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Runs {@code weir demo} with a replay of 5 seconds. */
class DemoIT {

  @Test
  void run_generatedSeries_findsAnomaliesWithinTheBudget() throws IOException {
    DemoOptions options = new DemoOptions(Optional.empty(), Optional.empty(), 5, 60, true, 1);
    RecordingScreen screen = new RecordingScreen();
    DemoSummary summary = new Demo(options, Clock.systemUTC(), screen).run();

    assertThat(summary.events()).isGreaterThanOrEqualTo(20 * 7 * 288);
    assertThat(summary.scored() + summary.warmingUp() + summary.notScored())
        .isEqualTo(summary.events());
    assertThat(summary.notScored()).isZero();
    // Each series has two weeks of history and two anomalies; 18 of 40 are found.
    assertThat(summary.recall()).isGreaterThanOrEqualTo(0.4);
    assertThat(summary.falseAlarmsPerSeriesDay()).isLessThanOrEqualTo(2.0 / 7);
    assertThat(screen.alerts).hasSizeGreaterThanOrEqualTo(summary.alerts().opened());
    assertThat(screen.lines).anyMatch(line -> line.contains("published demo@"));
  }

  private static final class RecordingScreen implements DemoScreen {

    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final List<JsonNode> alerts = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void step(String format, Object... values) {
      lines.add(String.format(Locale.ROOT, format, values));
    }

    @Override
    public void detail(String format, Object... values) {
      lines.add(String.format(Locale.ROOT, format, values));
    }

    @Override
    public void alert(JsonNode alert) {
      alerts.add(alert);
    }
  }
}
