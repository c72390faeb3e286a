// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.dayold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.benchmarks.cell.CellRun;
import dev.weir.benchmarks.cell.CellWorkload;
import dev.weir.benchmarks.cell.PipelineCell;
import dev.weir.benchmarks.load.SyntheticEvents;
import dev.weir.decision.Decision;
import dev.weir.detect.OfflineRun;
import dev.weir.detect.ScoredPoint;
import dev.weir.event.EventFormat;
import dev.weir.event.EventSink;
import dev.weir.event.MetricEvent;
import dev.weir.job.AnomalyDetectionTopology;
import dev.weir.job.JobOptions;
import dev.weir.job.batch.EventBatch;
import dev.weir.job.batch.EventBatchSerializer;
import dev.weir.job.detect.DetectOperator;
import dev.weir.job.detect.ScoredEvent;
import dev.weir.sandbox.model.RandomModel;
import dev.weir.series.Observation;
import dev.weir.series.ReorderConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DayOldSavepointTest {

  private static final int KEYS = DayOldStates.SERIES;
  private static final int MINUTES = 90;
  private static final int WARM_UP = 50;

  @TempDir Path folder;

  private CellRun run;

  @BeforeEach
  void writeModel() throws Exception {
    CellRun.Input input = new CellRun.Input("", 0, "", 0, false);
    String model = RandomModel.write(PipelineCell.MODEL, folder).toString();
    CellRun.Job job = new CellRun.Job(model, WARM_UP, 10, true, Map.of());
    run =
        new CellRun(
            new PipelineCell(CellWorkload.WEIR_HASHMAP, KEYS, 1), input, job, folder.toString());
  }

  @Test
  void restoredSeries_scoresEqualThoseOfAJobThatSawAllTheirEvents() throws Exception {
    List<Integer> keys = List.of(0, 1, 2, 3, 719, KEYS - 1);

    List<ScoredEvent> scores = scoresAfterRestore(keys);

    for (int key : keys) {
      assertThat(scores)
          .filteredOn(score -> score.series().equals(SyntheticEvents.series(key)))
          .map(ScoredEvent::scored)
          .hasSize(MINUTES)
          .noneMatch(point -> point.decision() instanceof Decision.WarmingUp)
          .usingRecursiveFieldByFieldElementComparator()
          .containsExactlyElementsOf(lastScoresOfWholeLife(key));
    }
  }

  private List<ScoredEvent> scoresAfterRestore(List<Integer> keys) throws Exception {
    String savepoint = DayOldSavepoint.write(run);
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(
            1, Configuration.fromMap(run.job().restoredFrom(savepoint).flink()));
    environment.setMaxParallelism(JobOptions.DEFAULT.get(JobOptions.MAX_PARALLELISM));
    List<EventBatch> batches =
        keys.stream()
            .map(key -> EventBatch.of(events(key, DayOldStates.END_MINUTE, MINUTES)))
            .toList();
    DataStream<ScoredEvent> scores =
        topology()
            .detect(environment.fromData(batches, EventBatchSerializer.TYPE))
            .getSideOutput(DetectOperator.SCORES);
    List<ScoredEvent> all = new ArrayList<>();
    try (CloseableIterator<ScoredEvent> results = scores.executeAndCollect()) {
      results.forEachRemaining(all::add);
    }
    return all;
  }

  private AnomalyDetectionTopology topology() throws Exception {
    return AnomalyDetectionTopology.of(
        JobOptions.DEFAULT
            .with(JobOptions.MODEL, run.job().model())
            .with(JobOptions.WARM_UP_POINTS, WARM_UP)
            .with(JobOptions.SCORES_TOPIC, "scores"));
  }

  private List<ScoredPoint> lastScoresOfWholeLife(int key) throws Exception {
    List<ScoredPoint> scores = new ArrayList<>();
    OfflineRun life = new OfflineRun(run.job().detector(), ReorderConfig.DEFAULT, scores::add);
    int points = DayOldStates.points(key) + MINUTES;
    for (MetricEvent event : events(key, DayOldStates.END_MINUTE + MINUTES - points, points)) {
      life.offer(new Observation(event.timeMillis(), event.values()));
    }
    return scores.subList(scores.size() - MINUTES, scores.size());
  }

  private static List<MetricEvent> events(int key, int firstMinute, int minutes) {
    SyntheticEvents source = SyntheticEvents.mixed(KEYS).startingAt(firstMinute);
    List<MetricEvent> events = new ArrayList<>();
    for (long number = 0; number < (long) KEYS * minutes; number++) {
      if (source.key(number) == key) {
        EventFormat.JSON.decoder().decode(source.json(number), new Collector(events));
      }
    }
    return events;
  }

  private record Collector(List<MetricEvent> events) implements EventSink {

    @Override
    public void event(String series, long timeMillis, double[] values, int count) {
      events.add(new MetricEvent(series, timeMillis, Arrays.copyOf(values, count)));
    }

    @Override
    public void malformed(String reason) {
      throw new AssertionError(reason);
    }
  }
}
