package dev.weir.evaluation.nab;

import dev.weir.evaluation.figure.Bootstrap;
import java.util.List;

/**
 * One profile's outcome over the corpus.
 *
 * @param profile what was weighed
 * @param threshold where detections begin; the mean over categories where each has its own
 * @param score 0 to 100, may be negative
 * @param standardError of the score, by bootstrap over files at this threshold
 * @param windows windows there are
 * @param hits windows found
 * @param falseRows rows above the threshold outside every window
 * @param files each file's part
 */
public record NabResult(
    NabProfile profile,
    double threshold,
    double score,
    double standardError,
    int windows,
    int hits,
    int falseRows,
    List<FilePart> files) {

  /** One file's part in the raw score. */
  public record FilePart(String name, int windows, int hits, int falseRows, double raw) {}

  static NabResult of(
      NabProfile profile, double threshold, List<NabScorer.FileScore> scores, Bootstrap bootstrap) {
    List<FilePart> parts = scores.stream().map(NabResult::part).toList();
    return new NabResult(
        profile,
        threshold,
        score(profile, parts),
        bootstrap.of(parts, some -> score(profile, some)).standardError(),
        parts.stream().mapToInt(FilePart::windows).sum(),
        parts.stream().mapToInt(FilePart::hits).sum(),
        parts.stream().mapToInt(FilePart::falseRows).sum(),
        parts);
  }

  private static FilePart part(NabScorer.FileScore score) {
    return new FilePart(
        score.file().name(),
        score.file().windows().size(),
        score.hits(),
        score.falseRows(),
        score.raw());
  }

  private static double score(NabProfile profile, List<FilePart> parts) {
    double raw = parts.stream().mapToDouble(FilePart::raw).sum();
    return profile.normalise(raw, parts.stream().mapToInt(FilePart::windows).sum());
  }

  /** What keeps a file from its share of 100, in points of the score. */
  public double pointsLost(FilePart part) {
    double perfect = profile.hitWeight() * part.windows();
    return profile.normalise(perfect, windows) - profile.normalise(part.raw(), windows);
  }
}
