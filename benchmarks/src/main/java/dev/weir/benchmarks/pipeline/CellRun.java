// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.pipeline;

import dev.weir.artifact.ModelReader;
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
 * Input of the process that runs one cell.
 *
 * @param cell name of the cell
 * @param input where its events stand
 * @param job how it runs
 * @param folder for checkpoints and the database, its own
 */
record CellRun(String cell, Input input, Job job, String folder) {

  /**
   * @param brokers where the broker listens
   * @param brokerPid the broker's process
   * @param topic filled with the events, the same number in every partition
   * @param events how many
   * @param paced whether they come while the cell runs, which is then not measured at its limit
   */
  record Input(String brokers, long brokerPid, String topic, long events, boolean paced) {

    /** Events of one partition. */
    long eventsOfPartition() {
      return events / TopicFiller.PARTITIONS;
    }

    /** The end offset in the form of the job option. */
    String end() {
      return IntStream.range(0, TopicFiller.PARTITIONS)
          .mapToObj(partition -> topic + "-" + partition + ":" + eventsOfPartition())
          .collect(Collectors.joining(","));
    }
  }

  /**
   * @param model artifact
   * @param warmUpPoints points of a series before it is judged
   * @param checkpointSeconds time between checkpoints
   * @param dayOld whether the series are between one and two days old when the run begins
   * @param flink further settings of Flink, by Flink's names
   */
  record Job(
      String model,
      int warmUpPoints,
      int checkpointSeconds,
      boolean dayOld,
      Map<String, String> flink)
      implements Serializable {

    private static final long serialVersionUID = 1L;

    /** A new detector of the model. */
    Detector detector() throws IOException {
      return new Detector(
          ModelReader.read(Path.of(model)).model(),
          new DetectorConfig(
              AlertBudget.DEFAULT, warmUpPoints, DetectorConfig.DEFAULT.quietPoints()));
    }

    /** The same job, restored from a {@link DayOldSavepoint}, except for the savepoint's source. */
    Job restoredFrom(String savepoint) {
      Map<String, String> settings = new TreeMap<>(flink);
      settings.put("execution.state-recovery.path", savepoint);
      settings.put("execution.state-recovery.ignore-unclaimed-state", "true");
      return new Job(model, warmUpPoints, checkpointSeconds, dayOld, settings);
    }
  }

  /** The same with another job. */
  CellRun with(Job other) {
    return new CellRun(cell, input, other, folder);
  }

  /** The same in another folder. */
  CellRun in(Path other) {
    return new CellRun(cell, input, job, other.toString());
  }

  /** What runs. */
  PipelineCell parsed() {
    return PipelineCell.parse(cell);
  }
}
