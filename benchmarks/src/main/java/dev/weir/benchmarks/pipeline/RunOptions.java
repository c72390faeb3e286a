// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.pipeline;

import dev.weir.benchmarks.cell.CellRun;
import dev.weir.benchmarks.cell.CellWorkload;
import dev.weir.benchmarks.cell.PipelineCell;
import dev.weir.benchmarks.dayold.DayOldStates;
import dev.weir.benchmarks.load.SyntheticEvents;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Command line options of {@link PipelineMeasurement} that apply to all cells. */
final class RunOptions {

  private static final int MANY_KEYS = 1_000_000;

  @Option(
      names = "--seconds",
      description = "estimated duration of a cell on one core; default: ${DEFAULT-VALUE}",
      defaultValue = "30")
  private int seconds = 30;

  @Option(
      names = "--events",
      description = "events of every cell, instead of an estimate from --seconds")
  private long events;

  @Option(
      names = "--checkpoint-seconds",
      description = "checkpoint interval; default: ${DEFAULT-VALUE}",
      defaultValue = "10")
  private int checkpointSeconds = 10;

  @Option(names = "--flink", description = "Flink setting, name=value; repeatable")
  private Map<String, String> flink = new TreeMap<>();

  @Option(names = "--jvm", description = "JVM option of the cells, like -XX:+UseParallelGC")
  private List<String> jvm = new ArrayList<>();

  @Option(
      names = "--heap",
      description = "heap of the cells, like 4g; default: by the number of series")
  private @Nullable String heap;

  @Option(
      names = "--profile",
      description = "record each cell with Flight Recorder to FOLDER/CELL.jfr")
  private boolean profile;

  @Option(
      names = "--pace",
      description =
          "events per second of the latency cells, half of what weir-hashmap reaches; default:"
              + " 150000")
  private double pace;

  @Option(
      names = "--warm-up-points",
      description = "first points of a series, which are not scored; default: ${DEFAULT-VALUE}",
      defaultValue = "50")
  private int warmUpPoints = 50;

  @Option(
      names = "--day-old",
      description =
          "start with series that have between one and two days of points; cells: loop-kernel,"
              + " loop-detector, weir-hashmap, weir-rocksdb, weir-rocksdb-alone")
  private boolean dayOld;

  /** Whether the series are between one and two days old at the start of a run. */
  boolean dayOld() {
    return dayOld;
  }

  /**
   * @throws IllegalArgumentException if the cell does not support the options
   */
  void requireSupports(PipelineCell cell) {
    if (dayOld && !cell.workload().supportsDayOld()) {
      throw new IllegalArgumentException(
          "the workload does not support day-old series; omit the cell or --day-old: cell="
              + cell.name());
    }
  }

  /** Number of events of a cell, a multiple of its number of series. */
  long events(PipelineCell cell) {
    double perSecond =
        cell.workload() == CellWorkload.WEIR_LATENCY
            ? pace(cell)
            : cell.workload().eventsPerSecond();
    long requested = events > 0 ? events : (long) (seconds * perSecond);
    return Math.max(2, (requested + cell.keys() - 1) / cell.keys()) * cell.keys();
  }

  /** Events of a cell; those of day-old series continue their history. */
  SyntheticEvents source(PipelineCell cell) {
    return dayOld
        ? SyntheticEvents.mixed(cell.keys()).startingAt(DayOldStates.END_MINUTE)
        : SyntheticEvents.daily(cell.keys());
  }

  /** Events per second of a paced producer. */
  double pace(PipelineCell cell) {
    return pace > 0 ? pace : cell.workload().eventsPerSecond();
  }

  CellRun.Job job(String model) {
    return new CellRun.Job(model, warmUpPoints, checkpointSeconds, dayOld, flink);
  }

  /** JVM options of a cell; logs and recordings go to the folder. */
  List<String> jvm(PipelineCell cell, Path folder) {
    String size = Optional.ofNullable(heap).orElseGet(() -> heap(cell));
    List<String> all = new ArrayList<>(List.of("-Xms" + size, "-Xmx" + size));
    all.addAll(LARGE_HEAP);
    all.add("-Dweir.log=" + folder.resolve(cell.name() + ".log"));
    if (profile) {
      // The first line of a process is its result.
      all.add("-Xlog:jfr+startup=off");
      all.add(
          "-XX:StartFlightRecording:settings=profile,filename="
              + folder.resolve(cell.name() + ".jfr"));
    }
    all.addAll(jvm);
    return all;
  }

  /** Options that docs/how-to/deploy.md recommends for millions of series on the heap. */
  private static final List<String> LARGE_HEAP =
      List.of(
          "-XX:+UseTransparentHugePages",
          "-XX:+AlwaysPreTouch",
          "-XX:-G1UseAdaptiveIHOP",
          "-XX:InitiatingHeapOccupancyPercent=80");

  private static String heap(PipelineCell cell) {
    if (cell.keys() < MANY_KEYS) {
      return "3g";
    }
    return cell.keys() == MANY_KEYS ? "7g" : "17g";
  }

  @Override
  public String toString() {
    return "seconds=%d, checkpointSeconds=%d, flink=%s, jvm=%s, heap=%s, dayOld=%s"
        .formatted(seconds, checkpointSeconds, flink, jvm, heap, dayOld);
  }
}
