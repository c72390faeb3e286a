// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.vus;

import dev.weir.evaluation.run.Span;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * VUS-PR of one series: the mean, over buffer lengths {@code l = 0..L}, of the area under the
 * range-based precision-recall curve.
 *
 * <p>A buffer of {@code l/2} rows on both sides of an anomaly softens its label: at distance {@code
 * d} the label is {@code sqrt(1 - d/l)}. Labels of overlapping buffers are added, up to 1, and
 * their anomalies count as one. At each threshold, with the softened labels:
 *
 * <pre>
 *   TP        = sum of the labels of predicted rows
 *   P         = (anomalous rows + (anomalous rows + labels of predicted buffer rows)) / 2
 *   recall    = min(1, TP / P) * existence
 *   existence = fraction of the anomalies that have a predicted row
 *   precision = TP / predicted rows
 *   area      = sum over thresholds of (recall - previous recall) * precision
 * </pre>
 *
 * <p>{@code P} includes a buffer row only if it is predicted, so a detector that never predicts a
 * buffer row loses no recall. The thresholds are those of {@link ScoreLevels}.
 */
public final class VusPr {

  private final boolean[] labels;
  private final ScoreLevels levels;
  private final List<Span> anomalies;
  private final int positives;

  private VusPr(boolean[] labels, double[] scores) {
    this.labels = labels;
    levels = new ScoreLevels(scores);
    anomalies = Span.of(labels);
    positives = anomalies.stream().mapToInt(Span::rows).sum();
  }

  /**
   * Computes VUS-PR.
   *
   * @param labels whether a row is anomalous, {@code [row]}; at least one row is
   * @param scores finite, higher is more anomalous, {@code [row]}
   * @param longestBuffer {@code L}, rows, 0 or more
   * @return 0 to 1
   * @throws IllegalArgumentException if no row is labelled or the lengths differ
   */
  public static double of(boolean[] labels, double[] scores, int longestBuffer) {
    int anomalies = Span.of(labels).size();
    if (labels.length != scores.length || anomalies == 0) {
      throw new IllegalArgumentException(
          "VUS-PR needs at least one labelled row and one score per row: rows="
              + labels.length
              + ", scores="
              + scores.length
              + ", anomalies="
              + anomalies);
    }
    VusPr vus = new VusPr(labels, scores);
    return IntStream.rangeClosed(0, longestBuffer).mapToDouble(vus::area).average().orElse(0);
  }

  private double area(int buffer) {
    double[] softened = softened(buffer);
    List<Span> buffered = buffered(buffer / 2);
    Curve curve = new Curve(buffered.size());
    buffered.forEach(span -> curve.add(span, softened));
    return curve.area();
  }

  private double[] softened(int buffer) {
    double[] softened = new double[labels.length];
    for (Span anomaly : anomalies) {
      Arrays.fill(softened, anomaly.first(), anomaly.last() + 1, 1);
    }
    for (Span anomaly : anomalies) {
      for (int distance = 1; distance <= buffer / 2; distance++) {
        double label = Math.sqrt(1 - (double) distance / buffer);
        raise(softened, anomaly.first() - distance, label);
        raise(softened, anomaly.last() + distance, label);
      }
    }
    return softened;
  }

  private static void raise(double[] softened, int row, double label) {
    if (row >= 0 && row < softened.length) {
      softened[row] = Math.min(1, softened[row] + label);
    }
  }

  /** The anomalies with buffers of the given number of rows, merged if they share a row. */
  private List<Span> buffered(int rows) {
    return Span.merged(
        anomalies.stream()
            .map(
                anomaly ->
                    new Span(
                        Math.max(0, anomaly.first() - rows),
                        Math.min(labels.length - 1, anomaly.last() + rows)))
            .toList(),
        0);
  }

  /** Precision-recall curve of one buffer length, accumulated level by level. */
  private final class Curve {

    private final double[] hits = new double[ScoreLevels.COUNT];
    private final double[] hitsInBuffer = new double[ScoreLevels.COUNT];
    private final int[] found = new int[ScoreLevels.COUNT];
    private final int spans;

    Curve(int spans) {
      this.spans = spans;
    }

    void add(Span span, double[] softened) {
      int highest = ScoreLevels.COUNT - 1;
      for (int row = span.first(); row <= span.last(); row++) {
        int level = levels.level(row);
        highest = Math.min(highest, level);
        hits[level] += softened[row];
        hitsInBuffer[level] += labels[row] ? 0 : softened[row];
      }
      found[highest]++;
    }

    double area() {
      double area = 0;
      double truePositives = 0;
      double inBuffer = 0;
      double previousRecall = 0;
      int foundSoFar = 0;
      for (int level = 0; level < ScoreLevels.COUNT; level++) {
        truePositives += hits[level];
        inBuffer += hitsInBuffer[level];
        foundSoFar += found[level];
        double existence = (double) foundSoFar / spans;
        double recall = Math.min(1, truePositives / (positives + inBuffer / 2)) * existence;
        area += (recall - previousRecall) * truePositives / levels.predicted(level);
        previousRecall = recall;
      }
      return area;
    }
  }
}
