// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.pipeline;

import static dev.weir.evaluation.figure.MarkdownTable.number;

import dev.weir.benchmarks.Spread;
import dev.weir.evaluation.figure.MarkdownTable;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** The figures as Markdown: medians with smallest and largest, then ratios beside their limits. */
final class PipelineTable {

  private PipelineTable() {}

  private static final String NEW_SERIES =
      "All series were new when a run began and have as many points as the table says; the\n"
          + "points of the warm-up are not scored.\n\n";
  private static final String DAY_OLD_SERIES =
      String.format(
          Locale.ROOT,
          "When a run began, every series had %,d to %,d points, one a minute: none was in its%n"
              + "warm-up. The job was restored from a savepoint with these states.%n%n",
          DayOldStates.points(DayOldStates.SERIES - 1),
          DayOldStates.points(0));

  /**
   * @param dayOld whether the series were between one and two days old when the runs began
   */
  static String of(List<CellFigures> cells, boolean dayOld) {
    return "Events per second and fully used core: events / CPU seconds of the process that\n"
        + "handles them, without the broker's; between 50 and 90 % of a run's events.\n\n"
        + (dayOld ? DAY_OLD_SERIES : NEW_SERIES)
        + speeds(cells)
        + "\n"
        + sizes(cells)
        + "\n"
        + reach(cells)
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
          count(perCore.smallest()),
          count(perCore.largest()),
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
          count(cell.bytesOfSeries(CellResult.CHECKPOINT)),
          count(cell.bytesOfSeries(CellResult.STATE_HEAP)),
          count(cell.bytesOfEvent()),
          count(cell.bytesOfAlert()));
    }
    return table;
  }

  private static MarkdownTable reach(List<CellFigures> cells) {
    MarkdownTable table = new MarkdownTable("ratio of medians", "found:", "reach, at least:");
    for (Reach reach : Reach.of(cells)) {
      table.row(reach.what(), number(reach.found(), 3), number(reach.limit(), 3));
    }
    return table;
  }

  private static String latency(List<CellFigures> cells) {
    List<CellFigures> paced =
        cells.stream().filter(cell -> cell.cell().kind() == Kind.WEIR_LATENCY).toList();
    MarkdownTable table =
        new MarkdownTable("cell", "events/s:", "percentile", "median:", "min:", "max:");
    paced.forEach(cell -> addPercentiles(table, cell));
    return paced.isEmpty()
        ? ""
        : "\nFrom when an event is due at its producer to when it is scored inside the job,\n"
            + "milliseconds. An alert becomes visible to readers of committed records with the\n"
            + "next checkpoint, up to one checkpoint interval later.\n\n"
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
          count(millis.smallest()),
          count(millis.largest()));
    }
  }

  private static String count(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }
}
