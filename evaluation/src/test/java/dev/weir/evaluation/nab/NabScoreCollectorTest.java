// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.nab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NabScoreCollectorTest {

  private static final String T1 = "2014-01-01 00:00:00";
  private static final String T2 = "2014-01-01 00:05:00";
  private static final long T1_MILLIS = 1388534400000L;
  private static final long T2_MILLIS = T1_MILLIS + 300_000;

  private final NabFile file =
      new NabFile("a/b.csv", List.of(T1, T2, T1), new double[3], List.of());
  private NabScoreCollector collector = new NabScoreCollector(new NabCorpus(List.of(file)));

  @BeforeEach
  void empty() {
    collector = new NabScoreCollector(new NabCorpus(List.of(file)));
  }

  @Test
  void scores_repeatedTime_goToTheRowsInOrder() {
    collector.add("a/b", T1_MILLIS, 0.1);
    collector.add("a/b", T2_MILLIS, 0.2);
    collector.add("a/b", T1_MILLIS, 0.3);
    assertThat(collector.scores().of(file)).containsExactly(0.1, 0.2, 0.3);
  }

  @Test
  void scores_missingRow_isRejectedWithItsTime() {
    collector.add("a/b", T1_MILLIS, 0.1);
    collector.add("a/b", T1_MILLIS, 0.3);
    assertThatThrownBy(collector::scores).hasMessageContaining("row=2").hasMessageContaining(T2);
  }

  @Test
  void scores_oneTooMany_isRejectedWithBothCounts() {
    collector.add("a/b", T1_MILLIS, 0.1);
    collector.add("a/b", T2_MILLIS, 0.2);
    collector.add("a/b", T1_MILLIS, 0.3);
    collector.add("a/b", T2_MILLIS, 0.2);
    assertThatThrownBy(collector::scores).hasMessageContaining("scores=4, rows=3");
  }
}
