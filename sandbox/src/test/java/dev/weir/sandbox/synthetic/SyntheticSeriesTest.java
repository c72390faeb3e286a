// SPDX-License-Identifier: Apache-2.0
package dev.weir.sandbox.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.event.MetricEvent;
import dev.weir.series.RecordedSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SyntheticSeriesTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static SyntheticConfig config(int features, int pointsPerDay, long seed) {
    return new SyntheticConfig(
        MetricKind.values().length,
        features,
        EnumSet.allOf(MetricKind.class),
        START,
        Duration.ofMinutes(1),
        Duration.ofMinutes(pointsPerDay),
        300,
        600,
        seed);
  }

  @Property(tries = 200)
  void values_anySeed_areFinite(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 3) int features,
      @ForAll @IntRange(min = 8, max = 2000) int pointsPerDay) {
    SyntheticSeries generated = new SyntheticSeries(config(features, pointsPerDay, seed));
    assertFinite(generated.history().series());
    assertFinite(generated.stream(3).series());
  }

  private static void assertFinite(List<RecordedSeries> series) {
    for (RecordedSeries one : series) {
      for (double[] point : one.values()) {
        for (double value : point) {
          assertThat(Math.abs(value)).as(one.name()).isLessThanOrEqualTo(1e12);
        }
      }
    }
  }

  @Test
  void guarded_anything_isMadeFinite() {
    double[] values = {Double.NaN, Double.POSITIVE_INFINITY, -1e300, 5};
    assertThat(Waveform.guarded(values)).containsExactly(0, 1e12, -1e12, 5);
  }

  @Test
  void stream_continuesTheHistory_andSameSeedGivesSameBits() {
    SyntheticSeries generated = new SyntheticSeries(SyntheticConfig.demo(START, 7));
    RecordedSeries history = generated.history().series().get(3);
    RecordedSeries stream = generated.stream(4).series().get(3);
    assertThat(stream.times()[0])
        .isEqualTo(history.times()[history.length() - 1] + Duration.ofMinutes(5).toMillis());
    assertThat(generated.stream(4).series().get(3).values()).isDeepEqualTo(stream.values());
    assertThat(
            new SyntheticSeries(SyntheticConfig.demo(START, 8))
                .history()
                .series()
                .get(3)
                .values()[9][0])
        .isNotEqualTo(history.values()[9][0]);
  }

  @Test
  void labels_coverExactlyWhatWasChanged() {
    SyntheticSeries generated = new SyntheticSeries(SyntheticConfig.demo(START, 5));
    List<RecordedSeries> clean = generated.stream(0).series();
    LabelledStream stream = generated.stream(5);
    assertThat(stream.labels()).hasSizeGreaterThan(60);
    assertThat(stream.labels().stream().map(Label::kind).collect(Collectors.toSet()))
        .isEqualTo(EnumSet.complementOf(EnumSet.of(AnomalyKind.OPPOSED)));
    for (int i = 0; i < clean.size(); i++) {
      assertOnlyLabelledChanged(clean.get(i), stream.series().get(i), stream.labels());
    }
  }

  @Test
  void stream_wantedKinds_injectsNoOthers() {
    LabelledStream stream =
        new SyntheticSeries(SyntheticConfig.demo(START, 5)).stream(3, Set.of(AnomalyKind.SPIKE));
    assertThat(stream.labels()).hasSize(60).allMatch(label -> label.kind() == AnomalyKind.SPIKE);
  }

  private static void assertOnlyLabelledChanged(
      RecordedSeries clean, RecordedSeries dirty, List<Label> labels) {
    for (int t = 0; t < clean.length(); t++) {
      long time = clean.times()[t];
      boolean labelled =
          labels.stream().anyMatch(one -> one.series().equals(dirty.name()) && one.covers(time));
      if (!labelled) {
        assertThat(dirty.values()[t]).as("%s at %d", dirty.name(), t).isEqualTo(clean.values()[t]);
      }
    }
    for (Label label : labels) {
      if (label.series().equals(clean.name())) {
        assertThat(changed(clean, dirty, label)).as("%s", label).isPositive();
      }
    }
  }

  private static long changed(RecordedSeries clean, RecordedSeries dirty, Label label) {
    long changed = 0;
    for (int t = 0; t < clean.length(); t++) {
      boolean differs = clean.values()[t][label.feature()] != dirty.values()[t][label.feature()];
      changed += label.covers(clean.times()[t]) && differs ? 1 : 0;
    }
    return changed;
  }

  @Test
  void events_ofAllSeries_comeInTimeOrder() {
    List<MetricEvent> events =
        new SyntheticSeries(SyntheticConfig.demo(START, 1)).stream(1).events();
    assertThat(events).hasSize(20 * 7 * 288);
    assertThat(events).isSortedAccordingTo(Comparator.comparingLong(MetricEvent::timeMillis));
  }

  @Test
  void read_severalFeatures_followEachOtherInPart() {
    SyntheticConfig config =
        new SyntheticConfig(
            4,
            3,
            Set.of(MetricKind.UTILISATION),
            START,
            Duration.ofMinutes(5),
            Duration.ofDays(1),
            2000,
            0,
            3);
    RecordedSeries series = new SyntheticSeries(config).history().series().get(0);
    assertThat(series.features()).containsExactly("value1", "value2", "value3");
    assertThat(series.values()[0]).hasSize(3);
  }
}
