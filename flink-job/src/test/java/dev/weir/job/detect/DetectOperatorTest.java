// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.detect;

import static dev.weir.job.TestSeries.event;
import static dev.weir.job.TestSeries.timeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.artifact.ModelWriter;
import dev.weir.decision.Alert;
import dev.weir.decision.AlertBudget;
import dev.weir.event.MetricEvent;
import dev.weir.job.TestSeries;
import dev.weir.job.detect.DetectHarness.Backend;
import dev.weir.job.metrics.JobMetrics;
import dev.weir.sandbox.model.RandomModel;
import dev.weir.series.DuplicatePolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.checkpoint.CheckpointType;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.SavepointType;
import org.apache.flink.runtime.checkpoint.SnapshotType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DetectOperatorTest {

  private static final long QUIET_MILLIS = 5_000;
  private static final DetectSettings.Scoring SCORING =
      new DetectSettings.Scoring(AlertBudget.DEFAULT.alertsPerDay(), 50, 20);

  @TempDir Path folder;
  private SubmittedModel model;

  @BeforeEach
  void loadModel() throws IOException {
    model = SubmittedModel.load(RandomModel.write(1, folder).toString());
  }

  private static DetectSettings settings(DuplicatePolicy policy, long reorderMillis) {
    return new DetectSettings(
        new DetectSettings.Order(policy, reorderMillis, QUIET_MILLIS), SCORING, true, 1);
  }

  private static final DetectSettings IN_ORDER = settings(DuplicatePolicy.FIRST, 0);
  private static final DetectSettings REORDERED = settings(DuplicatePolicy.FIRST, 180_000);

  private DetectHarness open(DetectSettings settings) throws Exception {
    return DetectHarness.open(model, settings, Backend.HASHMAP);
  }

  @ParameterizedTest
  @EnumSource(
      value = Backend.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = "HASHMAP_WITH_CHANGELOG")
  void state_snapshotAndRestored_givesTheScoresOfAnUninterruptedRun(Backend backend)
      throws Exception {
    List<MetricEvent> events = interleaved(shuffledLocally("a"), shuffledLocally("b"));
    int half = events.size() / 2 + 7;
    try (DetectHarness whole = DetectHarness.open(model, REORDERED, backend);
        DetectHarness first = DetectHarness.open(model, REORDERED, backend)) {
      whole.process(events);
      whole.watermark(Long.MAX_VALUE);

      first.process(events.subList(0, half));
      OperatorSubtaskState snapshot = first.snapshot(1);
      try (DetectHarness second = DetectHarness.restore(snapshot, model, REORDERED, backend)) {
        second.process(events.subList(half, events.size()));
        second.watermark(Long.MAX_VALUE);

        assertThat(joined(first.scores(), second.scores()))
            .usingRecursiveComparison()
            .isEqualTo(whole.scores());
        assertThat(joined(first.alerts(), second.alerts()))
            .usingRecursiveComparison()
            .isEqualTo(whole.alerts());
        assertThat(whole.alerts()).isNotEmpty();
      }
    }
  }

  /** A batch has several events per series, and timers release points between batches. */
  @ParameterizedTest
  @EnumSource(
      value = Backend.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = "HASHMAP_WITH_CHANGELOG")
  void scores_ofBatches_areThoseOfSingleEventsOnTheHeap(Backend backend) throws Exception {
    List<MetricEvent> events = interleaved(shuffledLocally("a"), shuffledLocally("b"));
    try (DetectHarness bundles = DetectHarness.open(model, REORDERED, backend);
        DetectHarness single = open(REORDERED)) {
      for (int i = 0; i < events.size(); i += 50) {
        List<MetricEvent> some = events.subList(i, Math.min(i + 50, events.size()));
        bundles.process(some);
        bundles.watermark(some.get(0).timeMillis());
        for (MetricEvent event : some) {
          single.process(event);
        }
        single.watermark(some.get(0).timeMillis());
      }
      bundles.watermark(Long.MAX_VALUE);
      single.watermark(Long.MAX_VALUE);

      assertThat(bundles.scores()).hasSize(600);
      assertThat(bundles.scores()).usingRecursiveComparison().isEqualTo(single.scores());
    }
  }

  @ParameterizedTest
  @CsvSource({"ROCKSDB,ROCKSDB_OF_THE_JOB", "ROCKSDB_OF_THE_JOB,ROCKSDB"})
  void state_ofRocksDbWithOtherOptions_isRestored(Backend before, Backend then) throws Exception {
    List<MetricEvent> events = TestSeries.spikeAt(150, 200, "a");
    try (DetectHarness whole = DetectHarness.open(model, IN_ORDER, before);
        DetectHarness first = DetectHarness.open(model, IN_ORDER, before)) {
      whole.process(events);
      first.process(events.subList(0, 100));
      OperatorSubtaskState snapshot = first.snapshot(1);
      try (DetectHarness second = DetectHarness.restore(snapshot, model, IN_ORDER, then)) {
        second.process(events.subList(100, 200));

        assertThat(second.scores())
            .usingRecursiveComparison()
            .isEqualTo(whole.scores().subList(100, 200));
      }
    }
  }

  /** The heap cache has room for one of the three series. */
  @ParameterizedTest
  @CsvSource({
    "HASHMAP,HASHMAP",
    "HASHMAP,ROCKSDB",
    "ROCKSDB,HASHMAP",
    "ROCKSDB,ROCKSDB_OF_THE_JOB"
  })
  void state_ofAnySavepoint_isRestoredInAnyBackend(Backend before, Backend then) throws Exception {
    List<MetricEvent> events =
        interleaved(
            interleaved(TestSeries.spikeAt(60, 120, "a"), TestSeries.spikeAt(70, 120, "b")),
            TestSeries.spikeAt(80, 240, "c"));
    try (DetectHarness whole = open(IN_ORDER);
        DetectHarness first = DetectHarness.open(model, IN_ORDER, before)) {
      whole.process(events);
      for (int savepoint = 1; savepoint <= 12; savepoint++) {
        first.process(events.subList(30 * (savepoint - 1), 30 * savepoint));
        OperatorSubtaskState state = first.savepoint(savepoint);
        try (DetectHarness second = DetectHarness.restore(state, model, IN_ORDER, then)) {
          second.process(events.subList(30 * savepoint, events.size()));

          assertThat(second.scores())
              .usingRecursiveComparison()
              .isEqualTo(whole.scores().subList(30 * savepoint, events.size()));
        }
      }
    }
  }

  /** The timers are of a job with reordering that was restarted without. */
  @Test
  void timers_firedForACachedSeries_areInTheNextSnapshot() throws Exception {
    assertThat(scoresAfterTimers(Backend.ROCKSDB))
        .usingRecursiveComparison()
        .isEqualTo(scoresAfterTimers(Backend.HASHMAP));
  }

  private List<ScoredEvent> scoresAfterTimers(Backend backend) throws Exception {
    List<MetricEvent> events = TestSeries.spikeAt(150, 200, "a");
    OperatorSubtaskState state;
    try (DetectHarness first = DetectHarness.open(model, REORDERED, backend)) {
      first.process(events.subList(0, 100));
      state = first.savepoint(1);
    }
    try (DetectHarness second = DetectHarness.restore(state, model, IN_ORDER, backend)) {
      second.process(events.subList(100, 150));
      assertThat(second.timers()).isPositive();
      second.watermark(Long.MAX_VALUE);
      state = second.savepoint(2);
    }
    try (DetectHarness third = DetectHarness.restore(state, model, IN_ORDER, backend)) {
      third.process(events.subList(150, 200));
      return third.scores();
    }
  }

  @Test
  void state_changedAfterASnapshot_doesNotChangeTheSnapshot() throws Exception {
    List<MetricEvent> events = TestSeries.spikeAt(150, 200, "a");
    try (DetectHarness running = open(IN_ORDER)) {
      running.process(events.subList(0, 100));
      OperatorSubtaskState snapshot = running.snapshot(1);
      running.process(events.subList(100, 200));
      try (DetectHarness restored =
          DetectHarness.restore(snapshot, model, IN_ORDER, Backend.HASHMAP)) {
        restored.process(events.subList(100, 200));

        assertThat(restored.scores())
            .usingRecursiveComparison()
            .isEqualTo(running.scores().subList(100, 200));
      }
    }
  }

  static List<SnapshotType> snapshotTypes() {
    return List.of(
        CheckpointType.CHECKPOINT,
        SavepointType.savepoint(SavepointFormatType.NATIVE),
        SavepointType.savepoint(SavepointFormatType.CANONICAL));
  }

  @ParameterizedTest
  @MethodSource("snapshotTypes")
  void state_changedWhileASnapshotIsWritten_doesNotChangeTheSnapshot(SnapshotType type)
      throws Exception {
    List<MetricEvent> events =
        interleaved(TestSeries.spikeAt(150, 200, "a"), TestSeries.spikeAt(150, 200, "b"));
    try (DetectHarness running = open(IN_ORDER)) {
      running.process(events.subList(0, 200));
      DetectHarness.RunningSnapshot snapshot = running.begin(1, type);
      running.process(events.subList(200, 400));
      running.process(TestSeries.spikeAt(150, 200, "new"));
      OperatorSubtaskState state = snapshot.write();
      try (DetectHarness restored =
          DetectHarness.restore(state, model, IN_ORDER, Backend.HASHMAP)) {
        restored.process(events.subList(200, 400));
        restored.process(TestSeries.spikeAt(150, 200, "new"));

        assertThat(restored.scores())
            .usingRecursiveComparison()
            .isEqualTo(running.scores().subList(200, 600));
      }
    }
  }

  /** A checkpoint writes the series themselves every eighth time only. */
  @Test
  void log_ofAJobThatRestartsAfterEachCheckpoint_isBounded() throws Exception {
    DetectSettings cached =
        new DetectSettings(
            new DetectSettings.Order(DuplicatePolicy.FIRST, 0, QUIET_MILLIS), SCORING, false, 100);
    List<MetricEvent> events = TestSeries.spikeAt(10, 800, "a");
    OperatorSubtaskState state = OperatorSubtaskState.builder().build();
    long largest = 0;
    for (int restart = 0; restart < 40; restart++) {
      try (DetectHarness job = DetectHarness.restore(state, model, cached, Backend.ROCKSDB)) {
        job.process(events.subList(20 * restart, 20 * restart + 20));
        state = job.savepoint(restart);
        largest = Math.max(largest, state.getManagedKeyedState().getStateSize());
      }
    }
    // The longest log is 8 times 512 bytes, and the last 20 events.
    assertThat(largest).isLessThan(10_000);
  }

  @Test
  void open_stateChangelogOnTheHeap_isRefusedWithTheRemedy() {
    assertThatThrownBy(() -> DetectHarness.open(model, IN_ORDER, Backend.HASHMAP_WITH_CHANGELOG))
        .hasMessageContaining("state.changelog.enabled: false");
  }

  @Test
  void spike_afterTheWarmUp_opensAndResolvesAnIncident() throws Exception {
    try (DetectHarness detect = open(IN_ORDER)) {
      detect.process(TestSeries.spikeAt(300, 400, "a"));

      assertThat(detect.alerts())
          .extracting(point -> point.scored().alert().orElseThrow().status())
          .contains(Alert.Status.OPENED, Alert.Status.RESOLVED);
      assertThat(detect.alerts().get(0).scored().alert().orElseThrow().incident().startMillis())
          .isEqualTo(timeOf(300));
    }
  }

  @Test
  void counters_everyKindOfEvent_addUp() throws Exception {
    List<MetricEvent> events = new ArrayList<>(TestSeries.spikeAt(300, 400, "a"));
    events.add(event("a", 399, 1));
    events.add(event("a", 100, 1));
    events.add(event("a", 101, 1));
    try (DetectHarness detect = open(IN_ORDER)) {
      detect.process(events);

      assertThat(detect.count(JobMetrics.WARMING_UP)).isEqualTo(50);
      assertThat(detect.count(JobMetrics.SCORED)).isEqualTo(350);
      assertThat(detect.count(JobMetrics.DUPLICATE)).isEqualTo(1);
      assertThat(detect.count(JobMetrics.LATE)).isEqualTo(2);
      assertThat(detect.late()).containsExactly(event("a", 100, 1), event("a", 101, 1));
      assertThat(detect.scores()).hasSize(400);
      assertThat(detect.count(JobMetrics.ALERTS_OPENED))
          .isEqualTo(detect.count(JobMetrics.ALERTS_RESOLVED))
          .isPositive();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = DuplicatePolicy.class,
      names = {"KEEP", "FIRST"})
  void timers_withoutHeldPoints_areNotRegistered(DuplicatePolicy policy) throws Exception {
    try (DetectHarness detect = open(settings(policy, 0))) {
      detect.process(TestSeries.spikeAt(300, 400, "a"));

      assertThat(detect.timers()).isZero();
      assertThat(detect.scores()).hasSize(400);
    }
  }

  @Test
  void point_afterALaterOneWithinTheBound_isReordered() throws Exception {
    try (DetectHarness detect = open(REORDERED)) {
      detect.process(List.of(event("a", 0, 1), event("a", 2, 3), event("a", 1, 2)));
      detect.watermark(Long.MAX_VALUE);

      assertThat(times(detect.scores())).containsExactly(timeOf(0), timeOf(1), timeOf(2));
      assertThat(detect.count(JobMetrics.LATE)).isZero();
    }
  }

  @Test
  void series_withAnotherWhoseClockIsADayAhead_isNotLate() throws Exception {
    try (DetectHarness detect = open(REORDERED)) {
      detect.process(List.of(event("ahead", 24 * 60, 1), event("a", 0, 1), event("a", 2, 3)));
      detect.watermark(timeOf(24 * 60));
      detect.wallClock(QUIET_MILLIS - 1);
      detect.watermark(timeOf(24 * 60) + 1);
      detect.process(event("a", 1, 2));
      detect.watermark(Long.MAX_VALUE);

      assertThat(detect.late()).isEmpty();
      assertThat(times(detect.scores()))
          .containsSubsequence(timeOf(0), timeOf(1), timeOf(2))
          .hasSize(4);
    }
  }

  @Test
  void series_withoutNewEvents_isReleasedByWatermarkAndProcessingTime() throws Exception {
    try (DetectHarness detect = open(REORDERED)) {
      detect.process(List.of(event("a", 0, 1), event("a", 1, 2)));
      detect.watermark(timeOf(0));
      assertThat(detect.scores()).isEmpty();
      detect.wallClock(QUIET_MILLIS);
      assertThat(times(detect.scores())).containsExactly(timeOf(0));

      detect.watermark(timeOf(1));
      detect.wallClock(QUIET_MILLIS + 1);
      assertThat(times(detect.scores())).containsExactly(timeOf(0), timeOf(1));
    }
  }

  @Test
  void series_restoredAfterALongPause_isNotReleasedByProcessingTimeAlone() throws Exception {
    OperatorSubtaskState snapshot;
    try (DetectHarness first = open(REORDERED)) {
      first.process(List.of(event("a", 0, 1), event("a", 2, 3)));
      first.watermark(timeOf(2));
      snapshot = first.snapshot(1);
    }
    try (DetectHarness second =
        DetectHarness.restore(snapshot, model, REORDERED, Backend.HASHMAP)) {
      second.wallClock(1_000_000);
      second.process(event("a", 1, 2));
      second.watermark(Long.MAX_VALUE);

      assertThat(times(second.scores())).containsExactly(timeOf(0), timeOf(1), timeOf(2));
    }
  }

  @Test
  void policyLast_twoPointsOfOneTime_scoresTheLastOnce() throws Exception {
    try (DetectHarness detect = open(settings(DuplicatePolicy.LAST, 0))) {
      detect.process(List.of(event("a", 0, 1), event("a", 0, 2)));
      detect.watermark(Long.MAX_VALUE);

      assertThat(detect.scores()).hasSize(1);
      assertThat(detect.scores().get(0).scored().evidence().values()).containsExactly(2);
      assertThat(detect.count(JobMetrics.DUPLICATE)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Backend.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = "HASHMAP_WITH_CHANGELOG")
  void state_ofAnotherModel_isResetAndCounted(Backend backend) throws Exception {
    OperatorSubtaskState snapshot;
    try (DetectHarness first = DetectHarness.open(model, IN_ORDER, backend)) {
      first.process(TestSeries.spikeAt(300, 100, "a"));
      snapshot = first.snapshot(1);
    }
    SubmittedModel other = SubmittedModel.load(RandomModel.write(2, folder).toString());
    try (DetectHarness second = DetectHarness.restore(snapshot, other, IN_ORDER, backend)) {
      second.process(List.of(event("a", 100, 10), event("a", 101, 10)));

      assertThat(second.count(JobMetrics.STATE_RESETS)).isEqualTo(1);
      assertThat(second.count(JobMetrics.WARMING_UP)).isEqualTo(2);
      assertThat(second.scores()).extracting(ScoredEvent::model).containsOnly(other.read().id());
    }
  }

  @Test
  void gap_inASeries_countsAReset() throws Exception {
    try (DetectHarness detect = open(IN_ORDER)) {
      detect.process(TestSeries.spikeAt(300, 100, "a"));
      detect.process(event("a", 1_000, 10));

      assertThat(detect.count(JobMetrics.STATE_RESETS)).isEqualTo(1);
    }
  }

  @Test
  void spike_inOneOfTwoFeatures_namesItInTheAlert() throws Exception {
    Path file = folder.resolve("two.weir");
    ModelWriter.write(RandomModel.ofFeatures(2, 1), file);
    try (DetectHarness detect =
        DetectHarness.open(SubmittedModel.load(file.toString()), IN_ORDER, Backend.HASHMAP)) {
      for (MetricEvent event : TestSeries.spikeAt(300, 320, "a")) {
        double steady = Math.abs(event.values()[0] % 1);
        detect.process(
            new MetricEvent("a", event.timeMillis(), new double[] {steady, event.values()[0]}));
      }

      assertThat(detect.alerts())
          .filteredOn(point -> point.scored().evidence().timeMillis() == timeOf(300))
          .extracting(point -> point.scored().evidence().feature())
          .containsExactly(1);
    }
  }

  /** A series in which every fourth point arrives after the next one. */
  private static List<MetricEvent> shuffledLocally(String series) {
    List<MetricEvent> events = new ArrayList<>(TestSeries.spikeAt(200, 300, series));
    for (int i = 0; i + 1 < events.size(); i += 4) {
      events.add(i, events.remove(i + 1));
    }
    return events;
  }

  private static List<MetricEvent> interleaved(List<MetricEvent> a, List<MetricEvent> b) {
    List<MetricEvent> events = new ArrayList<>();
    for (int i = 0; i < a.size(); i++) {
      events.add(a.get(i));
      events.add(b.get(i));
    }
    return events;
  }

  private static List<ScoredEvent> joined(List<ScoredEvent> first, List<ScoredEvent> second) {
    List<ScoredEvent> joined = new ArrayList<>(first);
    joined.addAll(second);
    return joined;
  }

  private static List<Long> times(List<ScoredEvent> points) {
    return points.stream().map(point -> point.scored().evidence().timeMillis()).toList();
  }
}
