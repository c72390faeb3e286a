package dev.weir.evaluate.nab;

import java.util.List;
import java.util.Random;

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

  private static final int RESAMPLES = 2000;
  private static final long SEED = 1;

  /** One file's part in the raw score. */
  public record FilePart(String name, int windows, int hits, int falseRows, double raw) {}

  static NabResult of(NabProfile profile, double threshold, List<NabScorer.FileScore> scores) {
    List<FilePart> parts = scores.stream().map(NabResult::part).toList();
    return new NabResult(
        profile,
        threshold,
        score(profile, parts),
        standardError(profile, parts),
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

  private static double standardError(NabProfile profile, List<FilePart> parts) {
    Random random = new Random(SEED);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < RESAMPLES; i++) {
      double score = score(profile, resample(parts, random));
      sum += score;
      squares += score * score;
    }
    double mean = sum / RESAMPLES;
    return Math.sqrt(Math.max(0, squares / RESAMPLES - mean * mean));
  }

  private static List<FilePart> resample(List<FilePart> parts, Random random) {
    return random.ints(parts.size(), 0, parts.size()).mapToObj(parts::get).toList();
  }
}
