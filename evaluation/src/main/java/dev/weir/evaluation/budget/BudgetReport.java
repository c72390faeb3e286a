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
 * Alerts opened in those asked for, in Markdown.
 *
 * @param rows one row a series, for each budget in the same order
 */
public record BudgetReport(Map<AskedBudget, List<BudgetRow>> rows) {

  private static final double MILLIS_PER_DAY = 86_400_000;

  /** Runs a model over every series at every budget, all else as the product has it. */
  public static BudgetReport of(DetectorModel model, List<SeriesCorpus> corpora) {
    Map<AskedBudget, List<BudgetRow>> rows = new LinkedHashMap<>();
    for (AskedBudget budget : AskedBudget.ALL) {
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
    int judged = series.length() - run.firstJudged();
    double days = judged * medianInterval(series.times()) / MILLIS_PER_DAY;
    double asked = days * config.budget().alertsPerDay();
    return new BudgetRow(corpus, series.name(), days, asked, run.incidents().size());
  }

  private static double medianInterval(long[] times) {
    double[] intervals =
        IntStream.range(1, times.length).mapToDouble(i -> times[i] - times[i - 1]).toArray();
    return intervals.length == 0 ? 0 : StatUtils.percentile(intervals, 50);
  }

  /** Each budget over all series, then by corpus. */
  public String summary(Bootstrap bootstrap) {
    MarkdownTable table =
        new MarkdownTable(
            "budget",
            "series of",
            "series:",
            "asked:",
            "opened:",
            "opened / asked:",
            "std. error:",
            "within 2x:",
            "the same by chance alone:",
            "within 2x, asked 1 or more:",
            "within 2x, 95 % interval:");
    rows.forEach(
        (budget, all) -> {
          row(table, budget, "all", all, bootstrap);
          byCorpus(all).forEach((corpus, some) -> row(table, budget, corpus, some, bootstrap));
        });
    return table.toString();
  }

  /** Over all series, and the part within twice, at each budget. */
  public List<Figure> figures(Bootstrap bootstrap) {
    List<Figure> figures = new ArrayList<>();
    rows.forEach(
        (budget, all) -> {
          String what = "alerts opened in those asked for, " + budget.label();
          figures.add(Figure.of(what, bootstrap.of(all, BudgetReport::ratio), 2));
          figures.add(
              Figure.of(
                  "part of series within 2x, " + budget.label(),
                  bootstrap.of(all, some -> part(some, BudgetRow::isWithinTwice)),
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
      AskedBudget budget,
      String name,
      List<BudgetRow> rows,
      Bootstrap bootstrap) {
    List<BudgetRow> expecting = rows.stream().filter(row -> row.asked() >= 1).toList();
    table.row(
        budget.label(),
        name,
        String.valueOf(rows.size()),
        number(asked(rows), 1),
        String.valueOf(opened(rows)),
        number(ratio(rows), 2),
        number(bootstrap.of(rows, BudgetReport::ratio).standardError(), 2),
        number(part(rows, BudgetRow::isWithinTwice), 2),
        number(
            rows.stream().mapToDouble(row -> Poisson.withinTwice(row.asked())).average().orElse(0),
            2),
        number(part(expecting, BudgetRow::isWithinTwice), 2) + " of " + expecting.size(),
        number(part(rows, BudgetRow::mayBeWithinTwice), 2));
  }

  private static double part(List<BudgetRow> rows, Predicate<BudgetRow> holds) {
    return (double) rows.stream().filter(holds).count() / Math.max(1, rows.size());
  }

  private static double asked(List<BudgetRow> rows) {
    return rows.stream().mapToDouble(BudgetRow::asked).sum();
  }

  private static long opened(List<BudgetRow> rows) {
    return rows.stream().mapToLong(BudgetRow::opened).sum();
  }

  /** Alerts opened in those asked for, over all series. */
  static double ratio(List<BudgetRow> rows) {
    return opened(rows) / Math.max(Double.MIN_NORMAL, asked(rows));
  }

  /** A row a series: opened of asked at each budget. */
  public String rowsBySeries() {
    List<String> headings = new ArrayList<>(List.of("series", "days:"));
    rows.keySet().forEach(budget -> headings.add(budget.label() + ", opened of asked:"));
    MarkdownTable table = new MarkdownTable(headings.toArray(String[]::new));
    List<BudgetRow> first = rows.values().iterator().next();
    for (int i = 0; i < first.size(); i++) {
      List<String> cells = new ArrayList<>();
      cells.add(first.get(i).corpus() + "/" + first.get(i).name());
      cells.add(number(first.get(i).days(), 1));
      for (List<BudgetRow> atBudget : rows.values()) {
        cells.add(atBudget.get(i).opened() + " of " + number(atBudget.get(i).asked(), 2));
      }
      table.row(cells.toArray(String[]::new));
    }
    return table.toString();
  }
}
