// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.budget;

import static dev.weir.evaluation.figure.MarkdownTable.number;

import dev.weir.decision.AlertBudget;
import dev.weir.detect.Detector;
import dev.weir.detect.DetectorConfig;
import dev.weir.detect.DetectorModel;
import dev.weir.evaluation.corpus.SeriesCorpus;
import dev.weir.evaluation.figure.Bootstrap;
import dev.weir.evaluation.figure.Figure;
import dev.weir.evaluation.figure.MarkdownTable;
import dev.weir.evaluation.run.SeriesRun;
import dev.weir.series.RecordedSeries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hipparchus.stat.StatUtils;

/**
 * Report of the alerts opened per alert budgeted, in Markdown.
 *
 * @param rows results of all series, in the same order for each budget
 */
public record BudgetReport(Map<BudgetTarget, List<BudgetRow>> rows) {

  private static final double MILLIS_PER_DAY = 86_400_000;

  /** Runs a model of one feature over every series at every budget. */
  public static BudgetReport of(DetectorModel model, List<SeriesCorpus> corpora) {
    Map<BudgetTarget, List<BudgetRow>> rows = new LinkedHashMap<>();
    for (BudgetTarget budget : BudgetTarget.ALL) {
      DetectorConfig product = DetectorConfig.DEFAULT;
      DetectorConfig config =
          new DetectorConfig(
              new AlertBudget(budget.alertsPerDay()),
              product.warmUpPoints(),
              product.quietPoints());
      List<BudgetRow> atBudget = new ArrayList<>();
      corpora.forEach(corpus -> atBudget.addAll(rows(model, config, corpus)));
      rows.put(budget, atBudget);
    }
    return new BudgetReport(rows);
  }

  private static List<BudgetRow> rows(
      DetectorModel model, DetectorConfig config, SeriesCorpus corpus) {
    return corpus.series().parallelStream()
        .map(series -> row(corpus.name(), series, new Detector(model, config), config))
        .toList();
  }

  private static BudgetRow row(
      String corpus, RecordedSeries series, Detector detector, DetectorConfig config) {
    SeriesRun run = SeriesRun.of(detector, series.times(), series.values());
    int scored = series.length() - run.firstScored();
    double days = scored * medianInterval(series.times()) / MILLIS_PER_DAY;
    double budgeted = days * config.budget().alertsPerDay();
    return new BudgetRow(corpus, series.name(), days, budgeted, run.incidents().size());
  }

  private static double medianInterval(long[] times) {
    double[] intervals =
        IntStream.range(1, times.length).mapToDouble(i -> times[i] - times[i - 1]).toArray();
    return intervals.length == 0 ? 0 : StatUtils.percentile(intervals, 50);
  }

  /** Table of each budget, over all series and by corpus. */
  public String summary(Bootstrap bootstrap) {
    MarkdownTable table =
        new MarkdownTable(
            "budget",
            "series of",
            "series:",
            "budgeted:",
            "opened:",
            "opened / budgeted:",
            "std. error:",
            "within 2x:",
            "within 2x by chance:",
            "within 2x, budgeted 1 or more:",
            "within 2x, 95 % interval:");
    rows.forEach(
        (budget, all) -> {
          row(table, budget, "all", all, bootstrap);
          byCorpus(all).forEach((corpus, some) -> row(table, budget, corpus, some, bootstrap));
        });
    return table.toString();
  }

  /** Alerts opened per alert budgeted, and series within a factor of two, at each budget. */
  public List<Figure> figures(Bootstrap bootstrap) {
    List<Figure> figures = new ArrayList<>();
    rows.forEach(
        (budget, all) -> {
          String what = "alerts opened / budgeted, " + budget.label();
          figures.add(Figure.of(what, bootstrap.of(all, BudgetReport::ratio), 2));
          figures.add(
              Figure.of(
                  "fraction of series within 2x, " + budget.label(),
                  bootstrap.of(all, some -> fraction(some, BudgetRow::isWithinTwice)),
                  2));
        });
    return figures;
  }

  private static Map<String, List<BudgetRow>> byCorpus(List<BudgetRow> rows) {
    return rows.stream()
        .collect(Collectors.groupingBy(BudgetRow::corpus, LinkedHashMap::new, Collectors.toList()));
  }

  private static void row(
      MarkdownTable table,
      BudgetTarget budget,
      String name,
      List<BudgetRow> rows,
      Bootstrap bootstrap) {
    List<BudgetRow> oneOrMore = rows.stream().filter(row -> row.budgeted() >= 1).toList();
    table.row(
        budget.label(),
        name,
        String.valueOf(rows.size()),
        number(budgeted(rows), 1),
        String.valueOf(opened(rows)),
        number(ratio(rows), 2),
        number(bootstrap.of(rows, BudgetReport::ratio).standardError(), 2),
        number(fraction(rows, BudgetRow::isWithinTwice), 2),
        number(
            rows.stream()
                .mapToDouble(row -> Poisson.withinTwice(row.budgeted()))
                .average()
                .orElse(0),
            2),
        number(fraction(oneOrMore, BudgetRow::isWithinTwice), 2) + " of " + oneOrMore.size(),
        number(fraction(rows, BudgetRow::mayBeWithinTwice), 2));
  }

  private static double fraction(List<BudgetRow> rows, Predicate<BudgetRow> holds) {
    return (double) rows.stream().filter(holds).count() / Math.max(1, rows.size());
  }

  private static double budgeted(List<BudgetRow> rows) {
    return rows.stream().mapToDouble(BudgetRow::budgeted).sum();
  }

  private static long opened(List<BudgetRow> rows) {
    return rows.stream().mapToLong(BudgetRow::opened).sum();
  }

  /** Alerts opened per alert budgeted, over all series. */
  static double ratio(List<BudgetRow> rows) {
    return opened(rows) / Math.max(Double.MIN_NORMAL, budgeted(rows));
  }

  /** Table with one row per series: alerts opened and budgeted at each budget. */
  public String rowsBySeries() {
    List<String> headings = new ArrayList<>(List.of("series", "days:"));
    rows.keySet().forEach(budget -> headings.add(budget.label() + ", opened of budgeted:"));
    MarkdownTable table = new MarkdownTable(headings.toArray(String[]::new));
    List<BudgetRow> first = rows.values().iterator().next();
    for (int i = 0; i < first.size(); i++) {
      List<String> cells = new ArrayList<>();
      cells.add(first.get(i).corpus() + "/" + first.get(i).name());
      cells.add(number(first.get(i).days(), 1));
      for (List<BudgetRow> atBudget : rows.values()) {
        cells.add(atBudget.get(i).opened() + " of " + number(atBudget.get(i).budgeted(), 2));
      }
      table.row(cells.toArray(String[]::new));
    }
    return table.toString();
  }
}
