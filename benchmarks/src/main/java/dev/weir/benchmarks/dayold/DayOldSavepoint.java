// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.dayold;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.benchmarks.cell.CellRun;
import dev.weir.benchmarks.cell.PipelineCell;
import dev.weir.benchmarks.load.SyntheticEvents;
import dev.weir.benchmarks.process.ChildProcess;
import dev.weir.benchmarks.process.LiveMetrics;
import dev.weir.job.JobOptions;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * Program that writes a savepoint of the job in which every series of a cell is between one and two
 * days old: {@code DayOldSavepoint RUN_FILE}, a {@link CellRun} as JSON. Prints its location.
 */
public final class DayOldSavepoint {

  private static final long POLL_NANOS = Duration.ofMillis(50).toNanos();

  private DayOldSavepoint() {}

  public static void main(String[] arguments) throws Exception {
    ChildProcess.exitWithParent();
    CellRun run = new ObjectMapper().readValue(new File(arguments[0]), CellRun.class);
    System.out.println(write(run));
    System.exit(0);
  }

  /**
   * Writes the savepoint to the folder of the run.
   *
   * @return its location, for Flink's {@code execution.state-recovery.path}
   */
  static String write(CellRun run) throws Exception {
    PipelineCell cell = run.cell();
    Configuration configuration = new Configuration();
    configuration.setString("state.backend.type", "hashmap");
    // Without a folder, a savepoint that is larger than a few megabytes fails.
    configuration.setString(
        "execution.checkpointing.dir", Path.of(run.folder(), "seeding").toUri().toString());
    LiveMetrics.addTo(configuration);
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(cell.slots(), configuration);
    environment.setMaxParallelism(JobOptions.DEFAULT.get(JobOptions.MAX_PARALLELISM));
    addTo(environment, run);
    JobClient job = environment.executeAsync();
    while (LiveMetrics.count(SeedOperator.SEEDED) < cell.keys() && !failed(job)) {
      LockSupport.parkNanos(POLL_NANOS);
    }
    return job.stopWithSavepoint(false, run.folder(), SavepointFormatType.CANONICAL).get();
  }

  private static boolean failed(JobClient job) {
    return job.getJobExecutionResult().isCompletedExceptionally();
  }

  /** The sequence is endless because only a running job can take a savepoint. */
  private static void addTo(StreamExecutionEnvironment environment, CellRun run) {
    int keys = run.cell().keys();
    environment
        .fromSequence(0, Long.MAX_VALUE)
        .uid("numbers")
        .keyBy(number -> SyntheticEvents.series((int) (number % keys)), Types.STRING)
        .transform("detect", Types.LONG, new SeedOperator(run.job(), keys))
        .uid("detect")
        .sinkTo(new DiscardingSink<>());
  }
}
