// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.pipeline;

import dev.weir.job.metrics.JobMetrics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A job on a MiniCluster in this process, watched until it ends. */
final class FlinkRun {

  /** Each look goes over all of the job's counters, on the job's account. */
  private static final long LOOK_NANOS = Duration.ofMillis(50).toNanos();

  /** What RocksDB caches and buffers in: a process of its own would have as much, not 128 MiB. */
  private static final String MANAGED_MEMORY = "2g";

  private final CellRun run;
  private final Window window;
  private final Map<String, Long> sizes = new TreeMap<>();

  FlinkRun(CellRun run, Window window) {
    this.run = run;
    this.window = window;
  }

  /** Where a job is to be added. */
  StreamExecutionEnvironment environment(String stateBackend) {
    Configuration configuration = new Configuration();
    configuration.setString("taskmanager.memory.managed.size", MANAGED_MEMORY);
    configuration.addAll(Configuration.fromMap(run.job().flink()));
    configuration.setString("state.backend.type", stateBackend);
    configuration.setString(
        "execution.checkpointing.dir", Path.of(run.folder(), "checkpoints").toUri().toString());
    configuration.setString("state.backend.rocksdb.localdir", run.folder() + "/rocksdb");
    LiveMetrics.addTo(configuration);
    return StreamExecutionEnvironment.createLocalEnvironment(run.parsed().slots(), configuration);
  }

  /**
   * Runs the job to its end; what became of the events, by the job's names.
   *
   * <p>Only Weir's job must not reach the end of its topic within the window. Forests are so slow
   * that Flink's buffers hold the last tenth of their events, and a paced job is always at the end.
   */
  Map<String, Long> execute(StreamExecutionEnvironment environment) throws Exception {
    JobClient job = environment.executeAsync();
    CompletableFuture<JobExecutionResult> end = job.getJobExecutionResult();
    awaitReady(end);
    await(end, () -> handled() > 0);
    long withoutStates = Heap.liveBytes();
    await(end, () -> window.reached(handled()));
    if (!end.isDone() && run.parsed().kind().isJob()) {
      RunDry.require(run.input(), 1 + LiveMetrics.largest("currentOffset"));
    }
    sizes.put(CellResult.CHECKPOINT, Math.max(0, LiveMetrics.largest("lastCheckpointFullSize")));
    sizes.put(CellResult.STATE_HEAP, Heap.liveBytes() - withoutStates);
    return counts(end.get());
  }

  private static void await(CompletableFuture<?> end, BooleanSupplier condition) {
    while (!end.isDone() && !condition.getAsBoolean()) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  /** A paced producer waits for a first checkpoint: by then everything runs. */
  private void awaitReady(CompletableFuture<JobExecutionResult> end) {
    if (run.input().paced()) {
      await(end, () -> LiveMetrics.largest("numberOfCompletedCheckpoints") > 0);
    }
    System.out.println("ready");
  }

  /** Bytes, by name; known when the job has run. */
  Map<String, Long> sizes() {
    return sizes;
  }

  private static long handled() {
    return LiveMetrics.count(JobMetrics.SCORED) + LiveMetrics.count(JobMetrics.WARMING_UP);
  }

  private static Map<String, Long> counts(JobExecutionResult result) {
    String prefix = JobMetrics.accumulator("");
    return result.getAllAccumulatorResults().entrySet().stream()
        .filter(total -> total.getKey().startsWith(prefix))
        .collect(
            Collectors.toMap(
                total -> total.getKey().substring(prefix.length()),
                total -> ((Number) total.getValue()).longValue()));
  }
}
