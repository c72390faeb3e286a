// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.accuracy;

import java.util.Map;

/**
 * Accuracy of all forecasters on one feature of one series.
 *
 * @param name name of the series, followed by that of the feature if there are several
 * @param points points evaluated
 * @param scores score of each forecaster
 * @param period season in points, 0 for none
 * @param scale mean absolute step on the training part: the unit of MASE; 0 if it is constant
 */
public record SeriesError(
    String name, long points, Map<ForecasterKind, ForecastScore> scores, int period, double scale) {

  /**
   * @throws IllegalArgumentException if a forecaster has no score
   */
  public SeriesError {
    scores = Map.copyOf(scores);
    if (scores.size() != ForecasterKind.values().length) {
      throw new IllegalArgumentException(
          "every forecaster needs a score: series=" + name + ", found=" + scores.keySet());
    }
  }

  /** Mean absolute error of a forecaster, in the unit of the feature. */
  public double error(ForecasterKind kind) {
    return score(kind).error();
  }

  /** Mean log score of a forecaster, nats. */
  public double logScore(ForecasterKind kind) {
    return score(kind).logScore();
  }

  /** Mean absolute error of a forecaster divided by {@link #scale}. */
  public double mase(ForecasterKind kind) {
    return error(kind) / scale;
  }

  private ForecastScore score(ForecasterKind kind) {
    return scores.getOrDefault(kind, new ForecastScore(Double.NaN, Double.NaN));
  }

  /** Whether forecasts can be compared: the series is not constant in training and evaluation. */
  public boolean isComparable() {
    return points > 0 && scale > 0 && error(ForecasterKind.PERSISTENCE) > 0;
  }

  /** Error of the model divided by that of persistence; below 1 is better. */
  public double ratio() {
    return error(ForecasterKind.MODEL) / error(ForecasterKind.PERSISTENCE);
  }

  /** Whether the error of the model is below that of persistence. */
  public boolean beatsPersistence() {
    return error(ForecasterKind.MODEL) < error(ForecasterKind.PERSISTENCE);
  }
}
