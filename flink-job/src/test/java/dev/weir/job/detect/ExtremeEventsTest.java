// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.decision.Evidence;
import dev.weir.event.MetricEvent;
import dev.weir.job.TestSeries;
import dev.weir.job.detect.DetectHarness.Backend;
import dev.weir.job.metrics.JobMetrics;
import dev.weir.sandbox.model.RandomModel;
import dev.weir.series.DuplicatePolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Checks that the most extreme events that can be decoded neither fail nor give infinite scores.
 */
class ExtremeEventsTest {

  private static Path folder;
  private static Path file;
  private static SubmittedModel model;

  @BeforeContainer
  static void loadModel() throws IOException {
    folder = Files.createTempDirectory("weir-extremes");
    file = RandomModel.write(1, folder);
    model = SubmittedModel.load(file.toString());
  }

  @AfterContainer
  static void deleteModel() throws IOException {
    Files.delete(file);
    Files.delete(folder);
  }

  @Provide
  static Arbitrary<List<MetricEvent>> extremes() {
    double largest = MetricEvent.MAX_MAGNITUDE;
    Arbitrary<Double> values =
        Arbitraries.oneOf(
            Arbitraries.of(0.0, -0.0, largest, -largest, Double.MIN_VALUE, 1e-30),
            Arbitraries.doubles().between(-largest, largest));
    Arbitrary<Long> times =
        Arbitraries.oneOf(
            Arbitraries.of(0L, -1L, Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE - 1),
            Arbitraries.longs().between(TestSeries.timeOf(0), TestSeries.timeOf(400)),
            Arbitraries.longs());
    return Combinators.combine(times, values)
        .as((time, value) -> new MetricEvent("a", time, new double[] {value}))
        .list()
        .ofMaxSize(20);
  }

  @Property(tries = 100)
  void series_ofExtremeEvents_isCountedAndHasFiniteScores(
      @ForAll("extremes") List<MetricEvent> extremes,
      @ForAll DuplicatePolicy policy,
      @ForAll boolean reordered)
      throws Exception {
    List<MetricEvent> events = new ArrayList<>(TestSeries.spikeAt(80, 100, "a"));
    events.addAll(extremes);
    events.addAll(TestSeries.spikeAt(80, 200, "a").subList(100, 200));
    try (DetectHarness detect =
        DetectHarness.open(model, settings(policy, reordered ? 180_000 : 0), Backend.HASHMAP)) {
      detect.process(events);
      detect.watermark(Long.MAX_VALUE);

      assertThat(accountedFor(detect)).isEqualTo(events.size());
      assertThat(detect.scores().stream().flatMapToDouble(ExtremeEventsTest::numbers))
          .allMatch(Double::isFinite);
    }
  }

  private static DetectSettings settings(DuplicatePolicy policy, long reorderMillis) {
    return new DetectSettings(
        new DetectSettings.Order(policy, reorderMillis, 1_000),
        new DetectSettings.Scoring(1, 50, 20),
        true,
        1);
  }

  private static long accountedFor(DetectHarness detect) {
    return Stream.of(
            JobMetrics.SCORED, JobMetrics.WARMING_UP, JobMetrics.DUPLICATE, JobMetrics.LATE)
        .mapToLong(detect::count)
        .sum();
  }

  private static DoubleStream numbers(ScoredEvent point) {
    Evidence evidence = point.scored().evidence();
    return Stream.of(
            new double[] {evidence.score(), point.scored().alertScore()},
            evidence.contributions(),
            evidence.band().expected(),
            evidence.band().lower(),
            evidence.band().upper())
        .flatMapToDouble(DoubleStream::of);
  }
}
