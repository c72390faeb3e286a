// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.nab;

import static dev.weir.evaluation.figure.MarkdownTable.number;

import dev.weir.evaluation.figure.Bootstrap;
import dev.weir.evaluation.figure.Figure;
import dev.weir.evaluation.figure.MarkdownTable;
import dev.weir.evaluation.vus.HeldScore;
import dev.weir.evaluation.vus.VusResult;
import java.util.List;

/**
 * Report of VUS-PR on the corpus, in Markdown.
 *
 * @param points number of rows that a score is held for, see {@link HeldScore}
 * @param continuous result of the continuous score
 * @param held result of the continuous score when held
 * @param heldAlerts result of the alert score when held
 * @param constant result of a constant score, which is what a score without skill reaches
 */
public record NabVusReport(
    int points, VusResult continuous, VusResult held, VusResult heldAlerts, VusResult constant) {

  /** Computes all four results. */
  public static NabVusReport of(NabCorpus corpus, NabRun run, int holdPoints) {
    return new NabVusReport(
        holdPoints,
        NabVus.of(corpus, run.scores()),
        NabVus.of(corpus, run.scores(), scores -> HeldScore.of(scores, holdPoints)),
        NabVus.of(corpus, run.alertScores(), scores -> HeldScore.of(scores, holdPoints)),
        NabVus.of(corpus, run.scores(), scores -> new double[scores.length]));
  }

  /** Table of the means over the files. */
  public String summary(Bootstrap bootstrap) {
    MarkdownTable table = new MarkdownTable("VUS-PR of", "mean:", "std. error:", "files:");
    row(table, "continuous score", continuous, bootstrap);
    row(table, "continuous score, held for " + points + " points", held, bootstrap);
    row(table, "alert score, held for " + points + " points", heldAlerts, bootstrap);
    row(table, "a constant score, for comparison", constant, bootstrap);
    return table.toString();
  }

  private static void row(MarkdownTable table, String name, VusResult result, Bootstrap bootstrap) {
    Bootstrap.Estimate mean = result.mean(bootstrap);
    table.row(
        name,
        number(mean.value(), 4),
        number(mean.standardError(), 3),
        String.valueOf(result.files().size()));
  }

  /** The means over the files. */
  public List<Figure> figures(Bootstrap bootstrap) {
    return List.of(
        Figure.of("VUS-PR of the continuous score, NAB", continuous.mean(bootstrap), 3),
        Figure.of("the same, held for " + points + " points", held.mean(bootstrap), 3),
        Figure.of(
            "VUS-PR of the alert score, held for " + points + " points",
            heldAlerts.mean(bootstrap),
            3));
  }

  /** Table of all files. */
  public String files() {
    MarkdownTable table =
        new MarkdownTable(
            "file", "window:", "labelled:", "continuous:", "held:", "alert score held:");
    for (int i = 0; i < continuous.files().size(); i++) {
      VusResult.FileVus file = continuous.files().get(i);
      table.row(
          file.name(),
          String.valueOf(file.windowRows()),
          number(file.labelled(), 3),
          number(file.value(), 4),
          number(held.files().get(i).value(), 4),
          number(heldAlerts.files().get(i).value(), 4));
    }
    return table.toString();
  }
}
