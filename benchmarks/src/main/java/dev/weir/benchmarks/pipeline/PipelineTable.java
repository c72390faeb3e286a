package dev.weir.benchmarks.pipeline;

import dev.weir.benchmarks.Spread;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

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
    StringBuilder text = new StringBuilder();
    text.append("Events per second and fully used core: events / CPU seconds of the process that\n")
        .append("handles them, without the broker's; between 50 and 90 % of a run's events.\n\n")
        .append(dayOld ? DAY_OLD_SERIES : NEW_SERIES)
        .append("| cell | runs | events/series | events/s/core | min | max | events/s | ")
        .append("broker CPU/CPU |\n|---|---:|---:|---:|---:|---:|---:|---:|\n");
    cells.forEach(cell -> text.append(speed(cell)));
    text.append("\n| cell | checkpoint B/series | heap B/series | log B/event | log B/alert |\n")
        .append("|---|---:|---:|---:|---:|\n");
    cells.forEach(cell -> text.append(sizes(cell)));
    appendReach(text, cells);
    appendLatency(text, cells);
    return text.toString();
  }

  private static String speed(CellFigures cell) {
    Spread perCore = cell.perCore();
    return String.format(
        Locale.ROOT,
        "| %s | %d | %,d | %,.0f | %,.0f | %,.0f | %,.0f | %.2f |%n",
        cell.cell().name(),
        cell.figures().size(),
        cell.eventsPerSeries(),
        perCore.median(),
        perCore.smallest(),
        perCore.largest(),
        cell.spread(run -> run.usage().perSecond()).median(),
        cell.spread(run -> run.usage().brokerCpuSeconds() / run.usage().cpuSeconds()).median());
  }

  private static String sizes(CellFigures cell) {
    return String.format(
        Locale.ROOT,
        "| %s | %,.0f | %,.0f | %,.0f | %,.0f |%n",
        cell.cell().name(),
        cell.bytesOfSeries(CellResult.CHECKPOINT),
        cell.bytesOfSeries(CellResult.STATE_HEAP),
        cell.bytesOfEvent(),
        cell.bytesOfAlert());
  }

  private static void appendReach(StringBuilder text, List<CellFigures> cells) {
    text.append("\n| ratio of medians | found | reach, at least |\n|---|---:|---:|\n");
    for (Reach reach : Reach.of(cells)) {
      text.append(
          String.format(
              Locale.ROOT, "| %s | %.3f | %.3f |%n", reach.what(), reach.found(), reach.limit()));
    }
  }

  private static void appendLatency(StringBuilder text, List<CellFigures> cells) {
    List<CellFigures> paced =
        cells.stream().filter(cell -> cell.cell().kind() == Kind.WEIR_LATENCY).toList();
    if (paced.isEmpty()) {
      return;
    }
    text.append(
            "\nFrom when an event is due at its producer to when it is scored inside the job,\n")
        .append("milliseconds. An alert becomes visible to readers of committed records with the\n")
        .append("next checkpoint, up to one checkpoint interval later.\n\n")
        .append("| cell | events/s | percentile | median | min | max |\n")
        .append("|---|---:|---|---:|---:|---:|\n");
    paced.forEach(cell -> appendPercentiles(text, cell));
  }

  private static void appendPercentiles(StringBuilder text, CellFigures cell) {
    Map<String, Double> names = new TreeMap<>(cell.figures().get(0).result().latencyMillis());
    for (String name : names.keySet()) {
      Spread millis = cell.spread(run -> run.latencyMillis().getOrDefault(name, Double.NaN));
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %,.0f | %s | %,.0f | %,.0f | %,.0f |%n",
              cell.cell().name(),
              cell.spread(run -> run.usage().perSecond()).median(),
              name,
              millis.median(),
              millis.smallest(),
              millis.largest()));
    }
  }
}
