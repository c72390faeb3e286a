// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.report;

import static dev.weir.evaluation.figure.MarkdownTable.number;

import dev.weir.benchmarks.cell.CellResult;
import dev.weir.benchmarks.cell.CellWorkload;
import dev.weir.benchmarks.dayold.DayOldStates;
import dev.weir.evaluation.figure.MarkdownTable;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * Markdown tables of the pipeline: medians with minimum and maximum, and ratios with their targets.
 */
public final class PipelineTable {

  private PipelineTable() {}

  private static final String NEW_SERIES =
      "All series were new at the start of a run. Points of the warm-up are not scored.\n\n";
  private static final String DAY_OLD_SERIES =
      String.format(
          Locale.ROOT,
          "At the start of a run, every series had %,d to %,d points, one a minute; none was in its%n"
              + "warm-up. The job was restored from a savepoint with these states.%n%n",
          DayOldStates.points(DayOldStates.SERIES - 1),
          DayOldStates.points(0));

  /**
   * All tables.
   *
   * @param dayOld whether the series were between one and two days old at the start
   */
  public static String of(List<CellFigures> cells, boolean dayOld) {
    return "Events per second and core: events / CPU seconds of the process that handles them,\n"
        + "without the broker, between 50 and 90 % of the events of a run.\n\n"
        + (dayOld ? DAY_OLD_SERIES : NEW_SERIES)
        + speeds(cells)
        + "\n"
        + sizes(cells)
        + "\n"
        + ratios(cells)
        + latency(cells);
  }

  private static MarkdownTable speeds(List<CellFigures> cells) {
    MarkdownTable table =
        new MarkdownTable(
            "cell",
            "runs:",
            "events/series:",
            "events/s/core:",
            "min:",
            "max:",
            "events/s:",
            "broker CPU/CPU:");
    for (CellFigures cell : cells) {
      Spread perCore = cell.perCore();
      table.row(
          cell.cell().name(),
          count(cell.figures().size()),
          count(cell.eventsPerSeries()),
          count(perCore.median()),
          count(perCore.min()),
          count(perCore.max()),
          count(perSecond(cell)),
          number(brokerShare(cell), 2));
    }
    return table;
  }

  private static double perSecond(CellFigures cell) {
    return cell.spread(run -> run.usage().perSecond()).median();
  }

  private static double brokerShare(CellFigures cell) {
    return cell.spread(run -> run.usage().brokerCpuSeconds() / run.usage().cpuSeconds()).median();
  }

  private static MarkdownTable sizes(List<CellFigures> cells) {
    MarkdownTable table =
        new MarkdownTable(
            "cell", "checkpoint B/series:", "heap B/series:", "log B/event:", "log B/alert:");
    for (CellFigures cell : cells) {
      table.row(
          cell.cell().name(),
          count(cell.bytesPerSeries(CellResult.CHECKPOINT)),
          count(cell.bytesPerSeries(CellResult.STATE_HEAP)),
          count(cell.bytesPerEvent()),
          count(cell.bytesPerAlert()));
    }
    return table;
  }

  private static MarkdownTable ratios(List<CellFigures> cells) {
    MarkdownTable table = new MarkdownTable("ratio of medians", "measured:", "target, at least:");
    for (TargetRatio ratio : TargetRatio.of(cells)) {
      table.row(ratio.name(), number(ratio.measured(), 3), number(ratio.target(), 3));
    }
    return table;
  }

  private static String latency(List<CellFigures> cells) {
    List<CellFigures> paced =
        cells.stream().filter(cell -> cell.cell().workload() == CellWorkload.WEIR_LATENCY).toList();
    MarkdownTable table =
        new MarkdownTable("cell", "events/s:", "percentile", "median:", "min:", "max:");
    paced.forEach(cell -> addPercentiles(table, cell));
    return paced.isEmpty()
        ? ""
        : "\nMilliseconds from when an event is due at its producer to when the job has scored it.\n"
            + "Consumers of committed records see an alert after the next checkpoint, up to one\n"
            + "checkpoint interval later.\n\n"
            + table;
  }

  private static void addPercentiles(MarkdownTable table, CellFigures cell) {
    for (String name : new TreeSet<>(cell.figures().get(0).result().latencyMillis().keySet())) {
      Spread millis = cell.spread(run -> run.latencyMillis().getOrDefault(name, Double.NaN));
      table.row(
          cell.cell().name(),
          count(perSecond(cell)),
          name,
          count(millis.median()),
          count(millis.min()),
          count(millis.max()));
    }
  }

  private static String count(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }
}
