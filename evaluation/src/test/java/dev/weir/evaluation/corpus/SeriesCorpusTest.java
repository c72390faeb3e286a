// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.series.RecordedSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesCorpusTest {

  @Test
  void ofFolder_arrivalsFasterThanOneASecond_becomeRates(@TempDir Path folder) throws IOException {
    StringBuilder text = new StringBuilder("TIMESTAMP,tokens,more\n");
    long start = 1_700_000_000_000L;
    for (int i = 0; i <= 100; i++) {
      text.append(start + i * 200).append(",5,6\n");
    }
    Files.writeString(folder.resolve("trace.csv"), text);
    SeriesCorpus corpus = SeriesCorpus.ofFolder(folder);
    assertThat(corpus.series()).hasSize(1);
    RecordedSeries rate = corpus.series().get(0);
    assertThat(rate.name()).isEqualTo("trace/arrivals");
    // 20 s at 5 a second: four bins of 25.
    assertThat(rate.values()).isDeepEqualTo(new double[][] {{25}, {25}, {25}, {25}});
    assertThat(rate.times()[0]).isEqualTo(start + 5000);
  }

  @Test
  void ofFolder_columns_areSeriesOfTheirOwn(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("load.csv"), "date,a,b\n2026-01-01,1,2\n2026-01-02,3,4\n");
    assertThat(SeriesCorpus.ofFolder(folder).series())
        .extracting(RecordedSeries::name)
        .containsExactly("load/a", "load/b");
  }

  @Test
  void generated_sameSeed_isTheSame() {
    RecordedSeries first = SeriesCorpus.changing(3).series().get(5);
    RecordedSeries again = SeriesCorpus.changing(3).series().get(5);
    assertThat(first.values()).isDeepEqualTo(again.values());
    assertThat(SeriesCorpus.changing(4).series().get(5).values()[0])
        .isNotEqualTo(first.values()[0]);
    assertThat(SeriesCorpus.generated(3).series()).hasSize(22);
  }

  @Test
  void changing_levelThenSeason_movesByTwoAndAHalfAmplitudes() {
    RecordedSeries series =
        SeriesCorpus.changing(1).series().stream()
            .filter(one -> one.name().equals("level-then-season"))
            .findFirst()
            .orElseThrow();
    int third = series.length() / 3;
    assertThat(Math.abs(mean(series, third, 2 * third) - mean(series, 0, third)))
        .isBetween(24.0, 26.0);
  }

  private static double mean(RecordedSeries series, int from, int to) {
    double sum = 0;
    for (int t = from; t < to; t++) {
      sum += series.values()[t][0];
    }
    return sum / (to - from);
  }
}
