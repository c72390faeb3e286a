// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.cluster;

import dev.weir.job.AnomalyDetectionTopology;
import dev.weir.job.JobOptions;
import dev.weir.job.metrics.JobMetrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The job on Flink's MiniCluster in this JVM. Checkpoints are kept in a folder, from which the next
 * run restores its state.
 */
public final class LocalJob implements AutoCloseable {

  private static final long TIMEOUT_SECONDS = 30;

  private final JobClient job;
  private final Optional<Path> restoredFrom;

  private LocalJob(JobClient job, Optional<Path> restoredFrom) {
    this.job = job;
    this.restoredFrom = restoredFrom;
  }

  /**
   * Starts the job.
   *
   * @param stateFolder folder of checkpoints; the latest one is restored
   * @param flink more options of Flink
   * @throws IOException if the model can't be loaded or the job doesn't start
   */
  public static LocalJob start(JobOptions options, Path stateFolder, Map<String, String> flink)
      throws IOException {
    Optional<Path> checkpoint = latestCheckpoint(stateFolder);
    Configuration configuration = Configuration.fromMap(flink);
    configuration.setString(
        "execution.checkpointing.dir", stateFolder.toAbsolutePath().toUri().toString());
    configuration.setString(
        "execution.checkpointing.externalized-checkpoint-retention", "RETAIN_ON_CANCELLATION");
    checkpoint.ifPresent(
        path ->
            configuration.setString(
                "execution.state-recovery.path", path.toAbsolutePath().toUri().toString()));
    int slots =
        options.find(JobOptions.PARALLELISM).orElse(Runtime.getRuntime().availableProcessors());
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(slots, configuration);
    AnomalyDetectionTopology.of(options).addTo(environment);
    try {
      return new LocalJob(environment.executeAsync(options.get(JobOptions.JOB_NAME)), checkpoint);
    } catch (Exception e) {
      throw new IOException("the job doesn't start: " + rootMessage(e), e);
    }
  }

  private static Optional<Path> latestCheckpoint(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.walk(folder, 3)) {
      return files
          .filter(file -> file.endsWith("_metadata"))
          .max(Comparator.comparingLong(file -> file.toFile().lastModified()))
          .map(Path::getParent);
    }
  }

  /** Returns the checkpoint from which the state was restored. */
  public Optional<Path> restoredFrom() {
    return restoredFrom;
  }

  /** Returns the value of a counter of {@link JobMetrics}. */
  public long count(String counter) {
    Object total = await(job.getAccumulators()).getOrDefault(JobMetrics.accumulator(counter), 0L);
    return ((Number) total).longValue();
  }

  /** Returns the status of the job. */
  public JobStatus status() {
    return await(job.getJobStatus());
  }

  /**
   * Waits until the job ends.
   *
   * @throws IOException if it failed, with the root cause
   */
  public void awaitEnd() throws IOException {
    try {
      job.getJobExecutionResult().get();
    } catch (ExecutionException e) {
      throw new IOException("the job failed: " + rootMessage(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String rootMessage(Throwable e) {
    Throwable root = e;
    for (Throwable cause = root.getCause(); cause != null; cause = root.getCause()) {
      root = cause;
    }
    return root.toString();
  }

  @Override
  public void close() {
    if (!status().isGloballyTerminalState()) {
      await(job.cancel());
    }
  }

  private static <T> T await(CompletableFuture<T> answer) {
    try {
      return answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for Flink", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Flink doesn't answer: " + e.getMessage(), e);
    }
  }
}
