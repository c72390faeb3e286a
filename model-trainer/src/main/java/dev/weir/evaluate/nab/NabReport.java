package dev.weir.evaluate.nab;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

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
  public static NabReport of(NabCorpus corpus, NabRun run) {
    List<NabProfile> profiles = Arrays.asList(NabProfile.values());
    NabEvaluation swept = new NabEvaluation(corpus, run.alertScores());
    NabEvaluation told = new NabEvaluation(corpus, run.told());
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
    return String.join(
        "\n",
        "| threshold | profile | score | std. error | at | windows hit | false rows |",
        "|---|---|---:|---:|---:|---:|---:|",
        rows("best for all files", optimised),
        rows("from other categories", leaveOneOut),
        rows("own decision", own));
  }

  private static String rows(String threshold, List<NabResult> results) {
    return results.stream().map(result -> row(threshold, result)).collect(Collectors.joining("\n"));
  }

  private static String row(String threshold, NabResult result) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.2f | %.1f | %.4f | %d of %d | %d |",
        threshold,
        result.profile().label(),
        result.score(),
        result.standardError(),
        result.threshold(),
        result.hits(),
        result.windows(),
        result.falseRows());
  }

  /** Every file's part in the official standard score. */
  public String files() {
    String header = "| file | windows hit | false rows | raw |\n|---|---:|---:|---:|\n";
    return optimised.get(0).files().stream()
        .sorted(Comparator.comparing(NabResult.FilePart::name))
        .map(
            part ->
                String.format(
                    Locale.ROOT,
                    "| %s | %d of %d | %d | %.3f |",
                    part.name(),
                    part.hits(),
                    part.windows(),
                    part.falseRows(),
                    part.raw()))
        .collect(Collectors.joining("\n", header, ""));
  }
}
