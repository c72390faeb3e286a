// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.nab;

import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Result of running a detector over all rows of the corpus.
 *
 * @param alertScores the debounced score, which counts an incident once; NAB's threshold is swept
 *     over it
 * @param scores the continuous score
 * @param alerted {@link #ALERTED} on rows where the detector opens or updates an alert, else 0
 * @param firstScored first row after the warm-up, the latest of all files; empty if unknown
 */
public record NabRun(
    NabScores alertScores, NabScores scores, NabScores alerted, OptionalInt firstScored) {

  /** Threshold on {@link #alerted}. */
  public static final double ALERTED = 1;

  /**
   * Creates the run of a detector of which only one score per row is known.
   *
   * @param threshold lowest score at which it alerts
   */
  public static NabRun ofScores(NabScores scores, double threshold) {
    return new NabRun(scores, scores, alerted(scores, threshold), OptionalInt.empty());
  }

  private static NabScores alerted(NabScores scores, double threshold) {
    return new NabScores(
        scores.byFile().entrySet().stream()
            .collect(
                Collectors.toMap(Map.Entry::getKey, file -> alerted(file.getValue(), threshold))));
  }

  private static double[] alerted(double[] scores, double threshold) {
    return Arrays.stream(scores).map(score -> score >= threshold ? ALERTED : 0).toArray();
  }
}
