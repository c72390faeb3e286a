// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.accuracy;

import java.util.Map;

/**
 * How well one feature of one series was forecast on held-out time.
 *
 * @param name name of the series, and of the feature where there are several
 * @param points points that were judged
 * @param scores each forecaster's
 * @param period the season in points, 0 for none
 * @param scale mean absolute step on the training span: the unit of MASE; 0 where it stood still
 */
public record SeriesError(
    String name, long points, Map<ForecasterKind, ForecastScore> scores, int period, double scale) {

  /**
   * @throws IllegalArgumentException where a forecaster has no score
   */
  public SeriesError {
    scores = Map.copyOf(scores);
    if (scores.size() != ForecasterKind.values().length) {
      throw new IllegalArgumentException(
          "every forecaster needs a score: series=" + name + ", found=" + scores.keySet());
    }
  }

  /** Mean absolute error of one forecaster, in the feature's own unit. */
  public double error(ForecasterKind kind) {
    return score(kind).error();
  }

  /** Mean log score of one forecaster. */
  public double logScore(ForecasterKind kind) {
    return score(kind).logScore();
  }

  /** Mean absolute error of one forecaster in units of the ordinary step. */
  public double mase(ForecasterKind kind) {
    return error(kind) / scale;
  }

  private ForecastScore score(ForecasterKind kind) {
    return scores.getOrDefault(kind, new ForecastScore(Double.NaN, Double.NaN));
  }

  /** Whether anything was there to get wrong: the series moved on both spans. */
  public boolean isComparable() {
    return points > 0 && scale > 0 && error(ForecasterKind.PERSISTENCE) > 0;
  }

  /** Error of the model in that of persistence: below 1 is better. */
  public double ratio() {
    return error(ForecasterKind.MODEL) / error(ForecasterKind.PERSISTENCE);
  }

  /** Whether the model forecast better than persistence. */
  public boolean beatsPersistence() {
    return error(ForecasterKind.MODEL) < error(ForecasterKind.PERSISTENCE);
  }
}
