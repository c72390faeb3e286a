package dev.weir.evaluation.nab;

import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * What a detector made of every row of the corpus.
 *
 * @param alertScores the score that counts an incident once: what NAB's threshold is swept over
 * @param scores the continuous score
 * @param told {@link #TOLD} on rows where a person is told of an incident, opened or again, at the
 *     detector's own threshold; else 0
 * @param firstJudged row of the first score that is no longer warm-up, the latest over all files;
 *     where it is known
 */
public record NabRun(
    NabScores alertScores, NabScores scores, NabScores told, OptionalInt firstJudged) {

  /** The threshold on {@link #told}. */
  public static final double TOLD = 1;

  /**
   * A detector of which nothing but one score a row is known.
   *
   * @param threshold where it tells a person
   */
  public static NabRun ofScores(NabScores scores, double threshold) {
    return new NabRun(scores, scores, told(scores, threshold), OptionalInt.empty());
  }

  private static NabScores told(NabScores scores, double threshold) {
    return new NabScores(
        scores.byFile().entrySet().stream()
            .collect(
                Collectors.toMap(Map.Entry::getKey, file -> told(file.getValue(), threshold))));
  }

  private static double[] told(double[] scores, double threshold) {
    return Arrays.stream(scores).map(score -> score >= threshold ? TOLD : 0).toArray();
  }
}
