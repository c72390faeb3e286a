// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.run;

import dev.weir.benchmarks.cell.CellResult;
import dev.weir.benchmarks.cell.CellRun;
import dev.weir.benchmarks.process.LiveMetrics;
import dev.weir.job.metrics.JobMetrics;
import java.lang.management.ManagementFactory;
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

/** Run of a job on a MiniCluster in this process. */
final class FlinkRun {

  /** Polling sums all counters, and its CPU time counts as the job's. */
  private static final long POLL_NANOS = Duration.ofMillis(50).toNanos();

  /** Memory of RocksDB. The default of a MiniCluster is 128 MiB, less than a TaskManager has. */
  private static final String MANAGED_MEMORY = "2g";

  private final CellRun run;
  private final MeasuredWindow window;
  private final Map<String, Long> sizes = new TreeMap<>();

  FlinkRun(CellRun run, MeasuredWindow window) {
    this.run = run;
    this.window = window;
  }

  /** Creates the environment of a job. */
  StreamExecutionEnvironment environment(String stateBackend) {
    Configuration configuration = new Configuration();
    configuration.setString("taskmanager.memory.managed.size", MANAGED_MEMORY);
    configuration.addAll(Configuration.fromMap(run.job().flink()));
    configuration.setString("state.backend.type", stateBackend);
    configuration.setString(
        "execution.checkpointing.dir", Path.of(run.folder(), "checkpoints").toUri().toString());
    configuration.setString("state.backend.rocksdb.localdir", run.folder() + "/rocksdb");
    LiveMetrics.addTo(configuration);
    return StreamExecutionEnvironment.createLocalEnvironment(run.cell().slots(), configuration);
  }

  /**
   * Runs the job to its end.
   *
   * <p>Only the detection job is required not to read a partition to its end within the measured
   * window. Forests are so slow that Flink's buffers hold the last tenth of their events, and a
   * paced job is always at the end.
   *
   * @return numbers of processed events, by counter of the job
   */
  Map<String, Long> execute(StreamExecutionEnvironment environment) throws Exception {
    JobClient job = environment.executeAsync();
    CompletableFuture<JobExecutionResult> end = job.getJobExecutionResult();
    awaitReady(end);
    await(end, () -> processed() > 0);
    long withoutStates = liveHeapBytes();
    await(end, () -> window.advanceTo(processed()));
    if (!end.isDone() && run.cell().workload().isJob()) {
      run.input().requireEventsLeft(1 + LiveMetrics.largest("currentOffset"));
    }
    sizes.put(CellResult.CHECKPOINT, Math.max(0, LiveMetrics.largest("lastCheckpointFullSize")));
    sizes.put(CellResult.STATE_HEAP, liveHeapBytes() - withoutStates);
    return counts(end.get());
  }

  private static void await(CompletableFuture<?> end, BooleanSupplier condition) {
    while (!end.isDone() && !condition.getAsBoolean()) {
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  /** Signals a paced producer to start after the first checkpoint, when all subtasks run. */
  private void awaitReady(CompletableFuture<JobExecutionResult> end) {
    if (run.input().paced()) {
      await(end, () -> LiveMetrics.largest("numberOfCompletedCheckpoints") > 0);
    }
    System.out.println("ready");
  }

  /** Sizes in bytes, by name; complete after {@link #execute}. */
  Map<String, Long> sizes() {
    return sizes;
  }

  private static long liveHeapBytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static long processed() {
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
