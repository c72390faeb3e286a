package dev.weir.benchmarks.pipeline;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * All that the process of one cell is told.
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

    /** The end, as the job is told it. */
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
   * @param flink further settings of Flink, by Flink's names
   */
  record Job(String model, int warmUpPoints, int checkpointSeconds, Map<String, String> flink) {}

  /** What runs. */
  PipelineCell parsed() {
    return PipelineCell.parse(cell);
  }
}
