// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.accuracy;

import dev.weir.evaluation.figure.Bootstrap;
import dev.weir.evaluation.figure.Figure;
import dev.weir.evaluation.figure.MarkdownTable;
import dev.weir.trainer.accuracy.ForecastReport;
import dev.weir.trainer.accuracy.ForecasterKind;
import dev.weir.trainer.accuracy.SeriesError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/**
 * Tables and figures of a {@link ForecastReport}, in Markdown.
 *
 * @param report forecast accuracy on held-out time
 */
public record AccuracyTables(ForecastReport report) {

  /** Table of means over series with standard errors, and differences from the model. */
  public String summary(Bootstrap bootstrap) {
    MarkdownTable table =
        new MarkdownTable(
            "forecaster",
            "MASE:",
            "std. error:",
            "log score:",
            "std. error:",
            "MASE minus the model's:",
            "std. error:",
            "log score minus the model's:",
            "std. error:",
            "series with a smaller error of the model:");
    for (ForecasterKind kind : ForecasterKind.values()) {
      List<String> cells = new ArrayList<>(List.of(kind.label()));
      cells(cells, bootstrap, row -> row.mase(kind));
      cells(cells, bootstrap, row -> row.logScore(kind));
      cells(cells, bootstrap, row -> row.mase(kind) - row.mase(ForecasterKind.MODEL));
      cells(cells, bootstrap, row -> row.logScore(kind) - row.logScore(ForecasterKind.MODEL));
      cells.add(seriesWhereModelIsBetter(kind) + " of " + report.comparable().size());
      table.row(cells.toArray(String[]::new));
    }
    return table.toString();
  }

  /** Mean MASE and log score of every forecaster, the model first. */
  public List<Figure> figures(Bootstrap bootstrap) {
    String names =
        String.join(
            " / ", Arrays.stream(ForecasterKind.values()).map(ForecasterKind::label).toList());
    return List.of(
        figure("MASE one step ahead, " + names, bootstrap, SeriesError::mase),
        figure("log score one step ahead, " + names, bootstrap, SeriesError::logScore));
  }

  private Figure figure(
      String what, Bootstrap bootstrap, ToDoubleBiFunction<SeriesError, ForecasterKind> of) {
    return Figure.joined(
        what,
        Arrays.stream(ForecasterKind.values())
            .map(kind -> mean(bootstrap, row -> of.applyAsDouble(row, kind)))
            .map(mean -> Figure.of(what, mean, 3))
            .toList());
  }

  private Bootstrap.Estimate mean(Bootstrap bootstrap, ToDoubleFunction<SeriesError> of) {
    return bootstrap.ofMean(report.comparable().stream().mapToDouble(of).toArray());
  }

  private void cells(List<String> cells, Bootstrap bootstrap, ToDoubleFunction<SeriesError> of) {
    Bootstrap.Estimate mean = mean(bootstrap, of);
    cells.add(MarkdownTable.number(mean.value(), 4));
    cells.add(MarkdownTable.number(mean.standardError(), 4));
  }

  private long seriesWhereModelIsBetter(ForecasterKind kind) {
    return report.comparable().stream()
        .filter(row -> row.error(ForecasterKind.MODEL) < row.error(kind))
        .count();
  }

  /** Table with one row per series: MASE and log score of each forecaster. */
  public String rows() {
    List<String> headings = new ArrayList<>(List.of("series", "points:", "season:"));
    for (ForecasterKind kind : ForecasterKind.values()) {
      headings.add("MASE " + kind.label() + ":");
    }
    for (ForecasterKind kind : ForecasterKind.values()) {
      headings.add("log score " + kind.label() + ":");
    }
    MarkdownTable table = new MarkdownTable(headings.toArray(String[]::new));
    report.errors().forEach(error -> table.row(cells(error)));
    return table.toString();
  }

  private static String[] cells(SeriesError error) {
    List<String> cells = new ArrayList<>();
    cells.add(error.name());
    cells.add(String.valueOf(error.points()));
    cells.add(error.period() > 0 ? String.valueOf(error.period()) : "-");
    for (ForecasterKind kind : ForecasterKind.values()) {
      cells.add(error.isComparable() ? MarkdownTable.number(error.mase(kind), 4) : "-");
    }
    for (ForecasterKind kind : ForecasterKind.values()) {
      cells.add(error.isComparable() ? MarkdownTable.number(error.logScore(kind), 3) : "-");
    }
    return cells.toArray(String[]::new);
  }
}
