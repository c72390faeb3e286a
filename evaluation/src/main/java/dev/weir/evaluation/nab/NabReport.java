package dev.weir.evaluation.nab;

import static dev.weir.evaluation.figure.MarkdownTable.number;

import dev.weir.evaluation.figure.Bootstrap;
import dev.weir.evaluation.figure.Figure;
import dev.weir.evaluation.figure.MarkdownTable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A table of one detector's NAB scores, in Markdown that reads as plain text.
 *
 * @param optimised official figures, a profile a row
 * @param leaveOneOut thresholds from the other categories
 * @param own rows where a person is told: no threshold chosen on the corpus
 */
public record NabReport(
    List<NabResult> optimised, List<NabResult> leaveOneOut, List<NabResult> own) {

  /** Measures all three at all profiles. */
  public static NabReport of(NabCorpus corpus, NabRun run, Bootstrap bootstrap) {
    List<NabProfile> profiles = Arrays.asList(NabProfile.values());
    NabEvaluation swept = new NabEvaluation(corpus, run.alertScores(), bootstrap);
    NabEvaluation told = new NabEvaluation(corpus, run.told(), bootstrap);
    return new NabReport(
        profiles.stream().map(swept::optimised).toList(),
        profiles.stream().map(swept::leaveOneCategoryOut).toList(),
        profiles.stream().map(profile -> told.at(NabRun.TOLD, profile)).toList());
  }

  /** The official figure of the standard profile. */
  public double standard() {
    return optimised.get(0).score();
  }

  /** The table. */
  public String summary() {
    MarkdownTable table =
        new MarkdownTable(
            "threshold", "profile", "score:", "std. error:", "at:", "windows hit:", "false rows:");
    optimised.forEach(result -> row(table, "best for all files", result));
    leaveOneOut.forEach(result -> row(table, "from other categories", result));
    own.forEach(result -> row(table, "own decision, none optimised", result));
    return table.toString();
  }

  private static void row(MarkdownTable table, String threshold, NabResult result) {
    boolean ownLine = threshold.startsWith("own");
    table.row(
        threshold,
        result.profile().label(),
        number(result.score(), 2),
        number(result.standardError(), 1),
        ownLine ? "its own line" : number(result.threshold(), 4),
        result.hits() + " of " + result.windows(),
        String.valueOf(result.falseRows()));
  }

  /** The three kinds of threshold, each at all profiles. */
  public List<Figure> figures() {
    return List.of(
        figure("NAB standard / low FP / low FN, one threshold for all files", optimised),
        figure("the same, thresholds from the other categories", leaveOneOut),
        figure("the same, own decision, nothing optimised", own));
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
   * Every file's part in the standard score, at the threshold that is best for all and by the
   * detector's own decision; points lost are those between the score and 100.
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
    List<NabResult.FilePart> best = byName(optimised.get(0));
    List<NabResult.FilePart> told = byName(own.get(0));
    for (int i = 0; i < best.size(); i++) {
      table.row(
          best.get(i).name(),
          hits(best.get(i)),
          String.valueOf(best.get(i).falseRows()),
          number(optimised.get(0).pointsLost(best.get(i)), 2),
          hits(told.get(i)),
          String.valueOf(told.get(i).falseRows()),
          number(own.get(0).pointsLost(told.get(i)), 2));
    }
    return table.toString();
  }

  private static List<NabResult.FilePart> byName(NabResult result) {
    return result.files().stream().sorted(Comparator.comparing(NabResult.FilePart::name)).toList();
  }

  private static String hits(NabResult.FilePart part) {
    return part.hits() + " of " + part.windows();
  }
}
