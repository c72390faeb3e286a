// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.accuracy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Accuracy of the one-step forecasts of a model and of three baselines on held-out points.
 *
 * @param errors one row per series and feature
 */
public record ForecastReport(List<SeriesError> errors) {

  /** Maximum number of series named in the summary. */
  private static final int NAMED = 50;

  /** Copies the list. */
  public ForecastReport {
    errors = List.copyOf(errors);
  }

  /** Rows of series that are not constant. */
  public List<SeriesError> comparable() {
    return errors.stream().filter(SeriesError::isComparable).toList();
  }

  /** Rows in which the error of the model is not below that of persistence. */
  public List<SeriesError> notBetter() {
    return comparable().stream().filter(error -> !error.beatsPersistence()).toList();
  }

  /** Number of series that the model forecasts better than persistence. */
  public int better() {
    return comparable().size() - notBetter().size();
  }

  /** Mean over series of {@link SeriesError#mase}; NaN if all series are constant. */
  public double meanMase(ForecasterKind kind) {
    return comparable().stream().mapToDouble(row -> row.mase(kind)).average().orElse(Double.NaN);
  }

  /** Geometric mean over series of {@link SeriesError#ratio}; NaN if all series are constant. */
  public double meanRatio() {
    double log =
        comparable().stream()
            .mapToDouble(row -> Math.log(Math.max(row.ratio(), 1e-9)))
            .average()
            .orElse(Double.NaN);
    return Math.exp(log);
  }

  /** Returns the metrics of the artifact by name; values that are not finite are left out. */
  public Map<String, Double> metrics() {
    Map<String, Double> metrics = new TreeMap<>();
    metrics.put("heldOut.series", (double) comparable().size());
    metrics.put("heldOut.seriesBetterThanPersistence", (double) better());
    metrics.put("heldOut.points", (double) points());
    putFinite(metrics, "heldOut.mase.model", meanMase(ForecasterKind.MODEL));
    putFinite(metrics, "heldOut.mase.persistence", meanMase(ForecasterKind.PERSISTENCE));
    putFinite(metrics, "heldOut.mase.seasonalNaive", meanMase(ForecasterKind.SEASONAL_NAIVE));
    putFinite(metrics, "heldOut.mase.autoregression", meanMase(ForecasterKind.AUTOREGRESSION));
    putFinite(metrics, "heldOut.maeRatioToPersistence", meanRatio());
    return metrics;
  }

  private static void putFinite(Map<String, Double> metrics, String name, double value) {
    if (Double.isFinite(value)) {
      metrics.put(name, value);
    }
  }

  private long points() {
    return comparable().stream().mapToLong(SeriesError::points).sum();
  }

  /**
   * Returns a summary that names the series that the model does not forecast better than
   * persistence.
   */
  public String text() {
    StringBuilder text = new StringBuilder(512);
    text.append(
        String.format(
            Locale.ROOT,
            "Held-out time, one step ahead, mean over %d series (%,d points):\n",
            comparable().size(),
            points()));
    for (ForecasterKind kind : ForecasterKind.values()) {
      row(text, kind.label(), meanMase(kind));
    }
    text.append(
        String.format(
            Locale.ROOT,
            "Better than persistence on %d of %d series; error %.3f times its (geometric mean).\n",
            better(),
            comparable().size(),
            meanRatio()));
    for (SeriesError error : notBetter().stream().limit(NAMED).toList()) {
      text.append(
          String.format(
              Locale.ROOT, "  not better: %s (%.3f times)\n", error.name(), error.ratio()));
    }
    if (notBetter().size() > NAMED) {
      text.append("  and ")
          .append(notBetter().size() - NAMED)
          .append(" more, named in the table\n");
    }
    int constant = errors.size() - comparable().size();
    if (constant > 0) {
      text.append(String.format(Locale.ROOT, "  %d constant series were left out.\n", constant));
    }
    return text.toString();
  }

  private static void row(StringBuilder text, String name, double mase) {
    text.append(String.format(Locale.ROOT, "  MASE %-15s %.4f\n", name, mase));
  }
}
