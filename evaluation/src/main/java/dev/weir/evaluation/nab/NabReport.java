// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.nab;

import static dev.weir.evaluation.figure.MarkdownTable.number;

import dev.weir.evaluation.figure.Bootstrap;
import dev.weir.evaluation.figure.Figure;
import dev.weir.evaluation.figure.MarkdownTable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Report of the NAB scores of one detector, in Markdown.
 *
 * @param optimised official scores, with the best threshold for all files; one per profile
 * @param leaveOneOut scores with thresholds from the other categories; one per profile
 * @param own scores of the detector's own alerts, without any threshold that is optimised on the
 *     corpus; one per profile
 */
public record NabReport(
    List<NabResult> optimised, List<NabResult> leaveOneOut, List<NabResult> own) {

  /** Computes all scores for all profiles. */
  public static NabReport of(NabCorpus corpus, NabRun run, Bootstrap bootstrap) {
    NabEvaluation swept = new NabEvaluation(corpus, run.alertScores(), bootstrap);
    NabEvaluation alerted = new NabEvaluation(corpus, run.alerted(), bootstrap);
    return new NabReport(
        ofEachProfile(swept::optimised),
        ofEachProfile(swept::leaveOneCategoryOut),
        ofEachProfile(profile -> alerted.at(NabRun.ALERTED, profile)));
  }

  private static List<NabResult> ofEachProfile(Function<NabProfile, NabResult> score) {
    return Arrays.stream(NabProfile.values()).map(score).toList();
  }

  /** The official score of the standard profile. */
  public double standard() {
    return optimised.get(0).score();
  }

  /** Table of all scores. */
  public String summary() {
    MarkdownTable table =
        new MarkdownTable(
            "threshold",
            "profile",
            "score:",
            "std. error:",
            "threshold value:",
            "windows hit:",
            "false rows:");
    optimised.forEach(
        result -> row(table, "best for all files", number(result.threshold(), 4), result));
    leaveOneOut.forEach(
        result -> row(table, "from other categories", number(result.threshold(), 4), result));
    own.forEach(result -> row(table, "own alerts, not optimised", "its own", result));
    return table.toString();
  }

  private static void row(MarkdownTable table, String name, String threshold, NabResult result) {
    table.row(
        name,
        result.profile().label(),
        number(result.score(), 2),
        number(result.standardError(), 1),
        threshold,
        result.hits() + " of " + result.windows(),
        String.valueOf(result.falseRows()));
  }

  /** The scores with each kind of threshold, all profiles in one figure. */
  public List<Figure> figures() {
    return List.of(
        figure("NAB standard / low FP / low FN, one threshold for all files", optimised),
        figure("the same, thresholds from the other categories", leaveOneOut),
        figure("the same, own alerts, not optimised", own));
  }

  private static Figure figure(String what, List<NabResult> results) {
    return Figure.joined(
        what,
        results.stream()
            .map(result -> new Bootstrap.Estimate(result.score(), result.standardError()))
            .map(estimate -> Figure.of(what, estimate, 1))
            .toList());
  }

  /**
   * Table of all files for the standard profile, with the best threshold for all files and with the
   * detector's own alerts. The points lost by all files add up to 100 minus the score.
   */
  public String files() {
    MarkdownTable table =
        new MarkdownTable(
            "file",
            "windows hit:",
            "false rows:",
            "points lost:",
            "own: windows hit:",
            "own: false rows:",
            "own: points lost:");
    List<NabResult.FileResult> best = byName(optimised.get(0));
    List<NabResult.FileResult> alerted = byName(own.get(0));
    for (int i = 0; i < best.size(); i++) {
      table.row(
          best.get(i).name(),
          hits(best.get(i)),
          String.valueOf(best.get(i).falseRows()),
          number(optimised.get(0).pointsLost(best.get(i)), 2),
          hits(alerted.get(i)),
          String.valueOf(alerted.get(i).falseRows()),
          number(own.get(0).pointsLost(alerted.get(i)), 2));
    }
    return table.toString();
  }

  private static List<NabResult.FileResult> byName(NabResult result) {
    return result.files().stream()
        .sorted(Comparator.comparing(NabResult.FileResult::name))
        .toList();
  }

  private static String hits(NabResult.FileResult file) {
    return file.hits() + " of " + file.windows();
  }
}
