// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.compare;

import static dev.weir.evaluation.figure.MarkdownTable.number;

import dev.weir.evaluation.figure.MarkdownTable;
import dev.weir.evaluation.nab.NabResult;
import dev.weir.trainer.accuracy.ForecastReport;
import dev.weir.trainer.accuracy.ForecasterKind;
import dev.weir.trainer.fit.GradientNorms;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Table of measured variants, in Markdown. */
public final class FamilyTable {

  /** Steps back at which gradient norms are shown. */
  private static final int FEW_STEPS = 16;

  private static final int MANY_STEPS = 64;

  private FamilyTable() {}

  /**
   * Creates the table, with one row per variant.
   *
   * @param compared heading of the first column: what the variants differ in
   */
  public static String of(String compared, List<MeasuredVariant> rows) {
    MarkdownTable table =
        new MarkdownTable(
            compared,
            "units:",
            "parameters:",
            "passes:",
            "CPU s:",
            "held-out loss:",
            "MASE:",
            "error / persistence:",
            "series better:",
            "NAB standard / low FP / low FN:",
            "std. error:",
            "gradient 16 / 64 steps back:",
            "batch gradient median / largest:",
            "ns per step:",
            "quartiles:",
            "bytes per series:");
    rows.forEach(row -> table.row(cells(row)));
    return table.toString();
  }

  private static String[] cells(MeasuredVariant row) {
    ForecastReport forecast = row.forecast();
    StepTime time = row.stepTime();
    return new String[] {
      row.label(),
      String.valueOf(row.architecture().hidden()),
      String.valueOf(row.parameters()),
      String.valueOf(row.fit().epochs().size()),
      number(row.fit().seconds(), 0),
      number(row.fit().bestLoss(), 4),
      number(forecast.meanMase(ForecasterKind.MODEL), 4),
      number(forecast.meanRatio(), 3),
      forecast.better() + " of " + forecast.comparable().size(),
      nab(row.nab()),
      row.nab().isEmpty() ? "-" : number(row.nab().get(0).standardError(), 1),
      rounded(row.gradientBack(FEW_STEPS)) + " / " + rounded(row.gradientBack(MANY_STEPS)),
      batches(row.fit().gradients()),
      number(time.nanos(), 0),
      number(time.lower(), 0) + "-" + number(time.upper(), 0),
      String.valueOf(row.bytesPerSeries())
    };
  }

  private static String nab(List<NabResult> results) {
    return results.isEmpty()
        ? "-"
        : results.stream()
            .map(result -> number(result.score(), 1))
            .collect(Collectors.joining(" / "));
  }

  private static String batches(GradientNorms gradients) {
    return gradients.batches() == 0
        ? "-"
        : rounded(gradients.median()) + " / " + rounded(gradients.largest());
  }

  private static String rounded(double value) {
    if (!Double.isFinite(value)) {
      return "-";
    }
    return String.format(Locale.ROOT, value >= 10 ? "%.0f" : "%.2g", value);
  }
}
