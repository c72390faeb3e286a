// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How every cell is run. */
final class RunOptions {

  private static final int MANY_KEYS = 1_000_000;

  @Option(
      names = "--seconds",
      description = "how long a cell runs, as guessed for one core; default: ${DEFAULT-VALUE}",
      defaultValue = "30")
  private int seconds = 30;

  @Option(names = "--events", description = "events of every cell, instead of the guess")
  private long events;

  @Option(
      names = "--checkpoint-seconds",
      description = "time between checkpoints; default: ${DEFAULT-VALUE}",
      defaultValue = "10")
  private int checkpointSeconds = 10;

  @Option(names = "--flink", description = "a setting of Flink, name=value; repeatable")
  private Map<String, String> flink = new TreeMap<>();

  @Option(names = "--jvm", description = "an option of the cells' JVM, like -XX:+UseParallelGC")
  private List<String> jvm = new ArrayList<>();

  @Option(names = "--heap", description = "the cells' heap, like 4g; default: by series")
  private @Nullable String heap;

  @Option(
      names = "--profile",
      description = "record each cell with Flight Recorder, into FOLDER/CELL.jfr")
  private boolean profile;

  @Option(
      names = "--pace",
      description =
          "events a second of the latency cells: half of what weir-hashmap reaches; default:"
              + " 150000")
  private double pace;

  @Option(
      names = "--warm-up-points",
      description = "points of a series before it is judged; default: ${DEFAULT-VALUE}",
      defaultValue = "50")
  private int warmUpPoints = 50;

  @Option(
      names = "--day-old",
      description =
          "start with series that have between one and two days of points; cells: loop-kernel,"
              + " loop-detector, weir-hashmap, weir-rocksdb, weir-rocksdb-alone")
  private boolean dayOld;

  /** Whether the series are between one and two days old when a run begins. */
  boolean dayOld() {
    return dayOld;
  }

  /**
   * @throws IllegalArgumentException if the cell can't be run with these options
   */
  void requireSupports(PipelineCell cell) {
    if (dayOld && !cell.kind().canStartDayOld()) {
      throw new IllegalArgumentException(
          "this cell can't start with day-old series; leave out the cell or --day-old: cell="
              + cell.name());
    }
  }

  /** Events of a cell: whole rounds over all series. */
  long events(PipelineCell cell) {
    double perSecond =
        cell.kind() == Kind.WEIR_LATENCY ? pace(cell) : cell.kind().eventsPerSecond();
    long wanted = events > 0 ? events : (long) (seconds * perSecond);
    return Math.max(2, (wanted + cell.keys() - 1) / cell.keys()) * cell.keys();
  }

  /** The events of a cell; those of day-old series continue their history. */
  SyntheticEvents source(PipelineCell cell) {
    return dayOld
        ? SyntheticEvents.mixed(cell.keys()).startingAt(DayOldStates.END_MINUTE)
        : SyntheticEvents.daily(cell.keys());
  }

  /** Events a second that a paced producer writes. */
  double pace(PipelineCell cell) {
    return pace > 0 ? pace : cell.kind().eventsPerSecond();
  }

  CellRun.Job job(String model) {
    return new CellRun.Job(model, warmUpPoints, checkpointSeconds, dayOld, flink);
  }

  /** The options of a cell's JVM, which logs and records into the folder. */
  List<String> jvm(PipelineCell cell, Path folder) {
    String size = Optional.ofNullable(heap).orElseGet(() -> heap(cell));
    List<String> all = new ArrayList<>(List.of("-Xms" + size, "-Xmx" + size));
    all.addAll(LARGE_HEAP);
    all.add("-Dweir.log=" + folder.resolve(cell.name() + ".log"));
    if (profile) {
      all.add(
          "-XX:StartFlightRecording:settings=profile,filename="
              + folder.resolve(cell.name() + ".jfr"));
    }
    all.addAll(jvm);
    return all;
  }

  /** Recommended in docs/how-to/deploy.md for a TaskManager with millions of series on the heap. */
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
    return "seconds="
        + seconds
        + ", checkpointSeconds="
        + checkpointSeconds
        + ", flink="
        + flink
        + ", jvm="
        + jvm
        + ", heap="
        + heap
        + ", dayOld="
        + dayOld;
  }
}
