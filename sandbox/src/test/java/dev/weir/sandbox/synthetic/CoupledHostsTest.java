// SPDX-License-Identifier: Apache-2.0
package dev.weir.sandbox.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.series.RecordedSeries;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoupledHostsTest {

  private static final int HISTORY = 2000;
  private static final CoupledConfig CONFIG = new CoupledConfig(4, HISTORY, 8 * 600, 8, 3);
  private static final CoupledConfig CLEAN = new CoupledConfig(4, HISTORY, 8 * 600, 0, 3);

  @Test
  void stream_anomalies_changeTheLabelledFeatureInTheLabelledTimeAlone() {
    LabelledStream stream = new CoupledHosts(CONFIG).stream();
    List<RecordedSeries> clean = new CoupledHosts(CLEAN).stream().series();
    for (int host = 0; host < clean.size(); host++) {
      RecordedSeries changed = stream.series().get(host);
      for (int t = 0; t < changed.length(); t++) {
        for (int feature = 0; feature < CoupledHosts.FEATURES.size(); feature++) {
          if (!isLabelled(stream.labels(), changed, t, feature)) {
            assertThat(changed.values()[t][feature])
                .isEqualTo(clean.get(host).values()[t][feature]);
          }
        }
      }
    }
  }

  private static boolean isLabelled(List<Label> labels, RecordedSeries series, int t, int feature) {
    return labels.stream()
        .anyMatch(
            label ->
                label.series().equals(series.name())
                    && label.feature() == feature
                    && label.covers(series.times()[t]));
  }

  @Test
  void stream_fourHosts_putEveryKindIntoEveryFeatureEquallyOften() {
    List<Label> labels = new CoupledHosts(CONFIG).stream().labels();
    assertThat(labels).hasSize(32);
    for (AnomalyKind kind : CoupledHosts.KINDS) {
      for (int f = 0; f < CoupledHosts.FEATURES.size(); f++) {
        int feature = f;
        assertThat(labels)
            .filteredOn(label -> label.kind() == kind && label.feature() == feature)
            .hasSize(2);
      }
    }
  }

  @Test
  void stream_startsWithTheHistory() {
    RecordedSeries history = new CoupledHosts(CONFIG).history().series().get(1);
    RecordedSeries stream = new CoupledHosts(CONFIG).stream().series().get(1);
    assertThat(history.length()).isEqualTo(HISTORY);
    assertThat(stream.times()).startsWith(history.times());
    for (int t = 0; t < HISTORY; t++) {
      assertThat(stream.values()[t]).containsExactly(history.values()[t]);
    }
  }

  @Test
  void read_features_followTheLoad() {
    for (RecordedSeries host : new CoupledHosts(CLEAN).history().series()) {
      for (int feature = 1; feature < CoupledHosts.FEATURES.size(); feature++) {
        assertThat(correlation(host.values(), feature)).isGreaterThan(0.8);
      }
    }
  }

  private static double correlation(double[][] values, int feature) {
    double load = 0;
    double other = 0;
    for (double[] point : values) {
      load += point[0] / values.length;
      other += point[feature] / values.length;
    }
    double both = 0;
    double loads = 0;
    double others = 0;
    for (double[] point : values) {
      both += (point[0] - load) * (point[feature] - other);
      loads += (point[0] - load) * (point[0] - load);
      others += (point[feature] - other) * (point[feature] - other);
    }
    return both / Math.sqrt(loads * others);
  }

  @Test
  void config_anomaliesThatDontFit_areRefused() {
    assertThatThrownBy(() -> new CoupledConfig(1, 10, 100, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected streamPoints>=576, found=100");
  }
}
