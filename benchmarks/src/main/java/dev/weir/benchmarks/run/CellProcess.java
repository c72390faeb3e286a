// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.benchmarks.cell.CellResult;
import dev.weir.benchmarks.cell.CellRun;
import dev.weir.benchmarks.cell.PipelineCell;
import dev.weir.benchmarks.dayold.DayOldStates;
import dev.weir.benchmarks.process.ChildProcess;
import dev.weir.detect.Detector;
import dev.weir.detect.DetectorModel;
import dev.weir.forecast.Forecaster;
import dev.weir.job.AnomalyDetectionTopology;
import dev.weir.job.JobOptions;
import dev.weir.job.detect.DetectOperator;
import dev.weir.job.detect.ScoredEvent;
import dev.weir.job.metrics.JobMetrics;
import dev.weir.job.source.StartAt;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Program that runs one cell: {@code CellProcess RUN_FILE RESULT_FILE}, a {@link CellRun} and a
 * {@link CellResult} as JSON.
 */
public final class CellProcess {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final CellRun run;
  private final MeasuredWindow window;

  private CellProcess(CellRun run) {
    this.run = run;
    this.window = new MeasuredWindow(run);
  }

  public static void main(String[] arguments) throws Exception {
    ChildProcess.exitWithParent();
    CellRun run = JSON.readValue(new File(arguments[0]), CellRun.class);
    JSON.writeValue(new File(arguments[1]), new CellProcess(run).result());
    System.exit(0);
  }

  private CellResult result() throws Exception {
    PipelineCell cell = run.cell();
    CellResult result =
        switch (cell.workload()) {
          case LOOP_KERNEL -> loop(new KernelStep(forecaster()));
          case LOOP_DETECTOR -> loop(detectorStep());
          case WEIR_HASHMAP -> flink("hashmap", weir(cell.keys()));
          case WEIR_ROCKSDB -> flink("rocksdb", weir(cell.keys()));
          case WEIR_ROCKSDB_ALONE -> flink("rocksdb", weir(0));
          case RCF -> flink("hashmap", forest(1));
          case RCF_SMALL -> flink("hashmap", forest(0));
          case WEIR_LATENCY -> flink("hashmap", this::latency);
        };
    requireComplete(result.counts());
    return result;
  }

  /** Adds a job to an environment. */
  @FunctionalInterface
  private interface Topology {
    void addTo(StreamExecutionEnvironment environment) throws IOException;
  }

  /** Adds the detection job with a {@link LatencyProbe} in place of the sink for scores. */
  private void latency(StreamExecutionEnvironment environment) throws IOException {
    warmUp(run.job().detector());
    AnomalyDetectionTopology job =
        AnomalyDetectionTopology.of(options().with(JobOptions.SCORES_TOPIC, "probed"));
    SingleOutputStreamOperator<ScoredEvent> alerts = job.detect(job.addEventsTo(environment));
    job.addAlertSink(alerts);
    alerts.getSideOutput(DetectOperator.SCORES).sinkTo(new LatencyProbe());
  }

  private Topology weir(int cachedSeries) {
    JobOptions options = options().with(JobOptions.HEAP_CACHE_SERIES, cachedSeries);
    return environment -> {
      warmUp(run.job().detector());
      AnomalyDetectionTopology.of(options).addTo(environment);
    };
  }

  private Topology forest(double cacheFraction) {
    return environment -> ForestTopology.addTo(environment, options(), cacheFraction);
  }

  private EventStep detectorStep() throws IOException {
    Detector detector = run.job().detector();
    DayOldStates dayOld = warmUp(detector);
    DetectorStep step = new DetectorStep(detector);
    if (run.job().dayOld()) {
      step.seed(dayOld, run.cell().keys());
    }
    return step;
  }

  /**
   * Compiles the detector for series of all ages. All series of a cell have the same age, so a
   * one-time event (a full pattern memory, the second day) would cause recompilation within the
   * measured window.
   */
  private static DayOldStates warmUp(Detector detector) {
    return DayOldStates.of(detector);
  }

  private CellResult loop(EventStep step) {
    Map<String, Long> counts = new ConsumerLoop(run, window, step).run();
    return new CellResult(window.usage(), counts, Map.of(), Map.of());
  }

  private CellResult flink(String stateBackend, Topology topology) throws Exception {
    FlinkRun flink = new FlinkRun(run, window);
    StreamExecutionEnvironment environment = flink.environment(stateBackend);
    topology.addTo(environment);
    Map<String, Long> counts = flink.execute(environment);
    Map<String, Double> latency = run.input().paced() ? LatencyProbe.percentiles() : Map.of();
    return new CellResult(window.usage(), counts, flink.sizes(), latency);
  }

  private Forecaster forecaster() throws IOException {
    DetectorModel model = run.job().detector().model();
    return new Forecaster(model.architecture(), model.weights());
  }

  private JobOptions options() {
    CellRun.Input input = run.input();
    return JobOptions.DEFAULT
        .with(JobOptions.MODEL, run.job().model())
        .with(JobOptions.BROKERS, input.brokers())
        .with(JobOptions.INPUT_TOPICS, input.topic())
        .with(JobOptions.GROUP_ID, run.cell().name())
        .with(JobOptions.TRANSACTIONAL_ID_PREFIX, run.cell().name())
        .with(JobOptions.START_AT, StartAt.EARLIEST)
        .with(JobOptions.STOP_AT, input.stopAt())
        .with(JobOptions.PARALLELISM, run.cell().slots())
        .with(JobOptions.WARM_UP_POINTS, run.job().warmUpPoints())
        .with(JobOptions.CHECKPOINT_INTERVAL, Duration.ofSeconds(run.job().checkpointSeconds()));
  }

  /** Every event must be counted once, in one of these counters. */
  private void requireComplete(Map<String, Long> counts) {
    long sum =
        Stream.of(
                JobMetrics.SCORED,
                JobMetrics.WARMING_UP,
                JobMetrics.DUPLICATE,
                JobMetrics.LATE,
                JobMetrics.MALFORMED)
            .mapToLong(name -> counts.getOrDefault(name, 0L))
            .sum();
    if (sum != run.input().events()) {
      throw new IllegalStateException(
          "every event must be counted once: expected="
              + run.input().events()
              + ", found="
              + counts);
    }
  }
}
