package dev.weir.trainer.report;

/**
 * How well one feature of one series was forecast on held-out time.
 *
 * @param name name of the series, and of the feature where there are several
 * @param points points that were judged
 * @param model mean absolute error of the model, in the feature's own unit
 * @param persistence the same of repeating the last value
 * @param seasonalNaive the same of repeating the value one season ago; of the last value where
 *     there is no season
 * @param period the season in points, 0 for none
 * @param scale mean absolute step on the training span: the unit of MASE; 0 where it stood still
 */
public record SeriesError(
    String name,
    long points,
    double model,
    double persistence,
    double seasonalNaive,
    int period,
    double scale) {

  /** Whether anything was there to get wrong: the series moved on both spans. */
  public boolean isComparable() {
    return points > 0 && scale > 0 && persistence > 0;
  }

  /** Error of the model in that of persistence: below 1 is better. */
  public double ratio() {
    return model / persistence;
  }

  /** Whether the model forecast better than persistence. */
  public boolean beatsPersistence() {
    return model < persistence;
  }
}
