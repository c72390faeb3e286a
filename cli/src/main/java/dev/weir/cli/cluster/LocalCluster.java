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
 * The job on Flink's MiniCluster in this JVM, its checkpoints in a folder from which the next run
 * goes on.
 */
public final class LocalCluster implements AutoCloseable {

  private static final long ANSWER_SECONDS = 30;

  private final JobClient job;
  private final Optional<Path> restoredFrom;

  private LocalCluster(JobClient job, Optional<Path> restoredFrom) {
    this.job = job;
    this.restoredFrom = restoredFrom;
  }

  /**
   * Starts the job.
   *
   * @param stateFolder where checkpoints stand; the latest one there is restored
   * @param flink further settings of Flink, by Flink's names
   * @throws IOException where the model can't be loaded or the job doesn't start
   */
  public static LocalCluster start(JobOptions options, Path stateFolder, Map<String, String> flink)
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
      return new LocalCluster(
          environment.executeAsync(options.get(JobOptions.JOB_NAME)), checkpoint);
    } catch (Exception e) {
      throw new IOException("the job doesn't start: " + e.getMessage(), e);
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

  /** The checkpoint that the job went on from, if any. */
  public Optional<Path> restoredFrom() {
    return restoredFrom;
  }

  /** What one of the job's counters stands at; see {@link dev.weir.job.metrics.JobMetrics}. */
  public long count(String counter) {
    Object total =
        await(job.getAccumulators(), ANSWER_SECONDS)
            .getOrDefault(JobMetrics.accumulator(counter), 0L);
    return ((Number) total).longValue();
  }

  /** What the job is doing. */
  public JobStatus status() {
    return await(job.getJobStatus(), ANSWER_SECONDS);
  }

  /**
   * Waits for the job's end.
   *
   * @throws IOException where it failed, with the first cause
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
      await(job.cancel(), ANSWER_SECONDS);
    }
  }

  private static <T> T await(CompletableFuture<T> answer, long seconds) {
    try {
      return answer.get(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for Flink", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Flink doesn't answer: " + e.getMessage(), e);
    }
  }
}
