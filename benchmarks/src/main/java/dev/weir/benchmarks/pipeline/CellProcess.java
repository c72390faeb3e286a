// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.detect.Detector;
import dev.weir.detect.DetectorModel;
import dev.weir.forecast.Forecaster;
import dev.weir.job.AnomalyDetectionTopology;
import dev.weir.job.JobOptions;
import dev.weir.job.metrics.JobMetrics;
import dev.weir.job.source.StartAt;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs one cell in this process: {@code CellProcess RUN_FILE RESULT_FILE}, both JSON. */
final class CellProcess {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final CellRun run;
  private final Window window;

  private CellProcess(CellRun run) {
    this.run = run;
    this.window = new Window(run);
  }

  public static void main(String[] arguments) throws Exception {
    ChildProcess.exitWithParent();
    CellRun run = JSON.readValue(new File(arguments[0]), CellRun.class);
    JSON.writeValue(new File(arguments[1]), new CellProcess(run).result());
    System.exit(0);
  }

  private CellResult result() throws Exception {
    PipelineCell cell = run.parsed();
    CellResult result =
        switch (cell.kind()) {
          case LOOP_KERNEL -> loop(new KernelStep(forecaster()));
          case LOOP_DETECTOR -> loop(detectorStep());
          case WEIR_HASHMAP -> flink("hashmap", weir(cell.keys()));
          case WEIR_ROCKSDB -> flink("rocksdb", weir(cell.keys()));
          case WEIR_ROCKSDB_ALONE -> flink("rocksdb", weir(0));
          case RCF -> flink("hashmap", at -> ForestTopology.addTo(at, options(), 1));
          case RCF_SMALL -> flink("hashmap", at -> ForestTopology.addTo(at, options(), 0));
          case WEIR_LATENCY -> flink("hashmap", this::latency);
        };
    requireAll(result.counts());
    return result;
  }

  /** Adds a job to where it is to run. */
  @FunctionalInterface
  private interface Topology {
    void addTo(StreamExecutionEnvironment environment) throws IOException;
  }

  private void latency(StreamExecutionEnvironment at) throws IOException {
    warmUp(run.job().detector());
    LatencyTopology.addTo(at, options());
  }

  private Topology weir(int cachedSeries) {
    JobOptions options = options().with(JobOptions.HEAP_CACHE_SERIES, cachedSeries);
    return at -> {
      warmUp(run.job().detector());
      AnomalyDetectionTopology.of(options).addTo(at);
    };
  }

  private EventStep detectorStep() throws IOException {
    Detector detector = run.job().detector();
    DayOldStates dayOld = warmUp(detector);
    DetectorStep step = new DetectorStep(detector);
    if (run.job().dayOld()) {
      step.seed(dayOld, run.parsed().keys());
    }
    return step;
  }

  /**
   * Compiles the detector's code for series of all ages, as a job meets them that has run for long.
   * Otherwise each first of a cell's series, which have the same age (a full pattern memory, a
   * second day), would have it compiled again in the middle of the measured window.
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
        .with(JobOptions.GROUP_ID, run.cell())
        .with(JobOptions.TRANSACTIONAL_ID_PREFIX, run.cell())
        .with(JobOptions.START_AT, StartAt.EARLIEST)
        .with(JobOptions.STOP_AT, input.end())
        .with(JobOptions.PARALLELISM, run.parsed().slots())
        .with(JobOptions.WARM_UP_POINTS, run.job().warmUpPoints())
        .with(JobOptions.CHECKPOINT_INTERVAL, Duration.ofSeconds(run.job().checkpointSeconds()));
  }

  /** Every event that was written has become one of these, once. */
  private void requireAll(Map<String, Long> counts) {
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
