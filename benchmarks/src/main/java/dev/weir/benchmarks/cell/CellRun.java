// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.cell;

import dev.weir.artifact.ModelReader;
import dev.weir.benchmarks.load.TopicFiller;
import dev.weir.decision.AlertBudget;
import dev.weir.detect.Detector;
import dev.weir.detect.DetectorConfig;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Input of the process that runs one cell, passed as JSON.
 *
 * @param cell the cell
 * @param input events and brokers
 * @param job settings of the job
 * @param folder for checkpoints and RocksDB
 */
public record CellRun(PipelineCell cell, Input input, Job job, String folder) {

  /**
   * Events of a run.
   *
   * @param brokers addresses of the brokers
   * @param brokerPid process id of the broker
   * @param topic holds the same number of events in each partition
   * @param events number of events
   * @param paced whether a producer writes the events at a constant rate during the run
   */
  public record Input(String brokers, long brokerPid, String topic, long events, boolean paced) {

    private long eventsPerPartition() {
      return events / TopicFiller.PARTITIONS;
    }

    /**
     * Rejects a measurement in which the workload may have waited for events.
     *
     * @param position of the workload in one partition at the end of the measured window
     * @throws IllegalStateException if it has reached the end of the partition
     */
    public void requireEventsLeft(long position) {
      if (position >= eventsPerPartition()) {
        throw new IllegalStateException(
            "a partition was read to its end during the measurement; increase --events: position="
                + position
                + ", end="
                + eventsPerPartition());
      }
    }

    /** End offsets in the format of the option {@code --stop-at}. */
    public String stopAt() {
      return IntStream.range(0, TopicFiller.PARTITIONS)
          .mapToObj(partition -> topic + "-" + partition + ":" + eventsPerPartition())
          .collect(Collectors.joining(","));
    }
  }

  /**
   * Settings of a job.
   *
   * @param model path of the artifact
   * @param warmUpPoints first points of a series, which are not scored
   * @param checkpointSeconds checkpoint interval
   * @param dayOld whether the series are between one and two days old at the start
   * @param flink additional Flink settings
   */
  public record Job(
      String model,
      int warmUpPoints,
      int checkpointSeconds,
      boolean dayOld,
      Map<String, String> flink)
      implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Creates a detector of the model. */
    public Detector detector() throws IOException {
      return new Detector(
          ModelReader.read(Path.of(model)).model(),
          new DetectorConfig(
              AlertBudget.DEFAULT, warmUpPoints, DetectorConfig.DEFAULT.quietPoints()));
    }

    /** The same job, restored from a savepoint whose source is ignored. */
    public Job restoredFrom(String savepoint) {
      Map<String, String> settings = new TreeMap<>(flink);
      settings.put("execution.state-recovery.path", savepoint);
      settings.put("execution.state-recovery.ignore-unclaimed-state", "true");
      return new Job(model, warmUpPoints, checkpointSeconds, dayOld, settings);
    }
  }

  /** The same run with another job. */
  public CellRun with(Job other) {
    return new CellRun(cell, input, other, folder);
  }

  /** The same run in another folder. */
  public CellRun in(Path other) {
    return new CellRun(cell, input, job, other.toString());
  }
}
