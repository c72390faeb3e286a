package dev.weir.benchmarks.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.artifact.ModelReader;
import dev.weir.decision.AlertBudget;
import dev.weir.detect.Detector;
import dev.weir.detect.DetectorConfig;
import dev.weir.detect.DetectorModel;
import dev.weir.forecast.Forecaster;
import dev.weir.job.AnomalyDetectionTopology;
import dev.weir.job.JobOptions;
import dev.weir.job.metrics.JobMetrics;
import dev.weir.job.source.StartAt;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Path;
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
    Map<String, Long> counts = counts();
    requireAll(counts);
    return new CellResult(window.usage(), counts, peakHeapBytes());
  }

  private Map<String, Long> counts() throws Exception {
    return switch (run.parsed().kind()) {
      case LOOP_KERNEL -> loop(new KernelStep(forecaster()));
      case LOOP_DETECTOR -> loop(new DetectorStep(new Detector(model(), config())));
      case WEIR_HASHMAP -> job("hashmap");
      case WEIR_ROCKSDB -> job("rocksdb");
    };
  }

  private Map<String, Long> loop(EventStep step) {
    return new ConsumerLoop(run, window, step).run();
  }

  private Forecaster forecaster() throws IOException {
    return new Forecaster(model().architecture(), model().weights());
  }

  private DetectorModel model() throws IOException {
    return ModelReader.read(Path.of(run.job().model())).model();
  }

  private DetectorConfig config() {
    return new DetectorConfig(
        AlertBudget.DEFAULT, run.job().warmUpPoints(), DetectorConfig.DEFAULT.quietPoints());
  }

  private Map<String, Long> job(String stateBackend) throws Exception {
    FlinkRun flink = new FlinkRun(run, window);
    StreamExecutionEnvironment environment = flink.environment(stateBackend);
    AnomalyDetectionTopology.of(options()).addTo(environment);
    return flink.execute(environment);
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
        .with(JobOptions.STOP_AT, "latest")
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

  private static long peakHeapBytes() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
