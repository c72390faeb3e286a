package dev.weir.evaluation.vus;

import dev.weir.evaluation.run.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * VUS-PR of one series: the mean over buffer lengths {@code l = 0..L} of the area under the
 * range-based precision-recall curve.
 *
 * <p>A buffer of {@code l/2} rows on either side of an anomaly softens its label: at distance
 * {@code d} it is {@code sqrt(1 - d/l)}; where buffers overlap labels add up, to 1 at most, and the
 * anomalies count as one. At each threshold, with {@code label} the softened label and {@code pred}
 * the predicted rows:
 *
 * <pre>
 *   TP        = sum of label over predicted rows
 *   P         = (anomalous rows + (anomalous rows + label of predicted buffer rows)) / 2
 *   recall    = min(1, TP / P) * existence,   existence = part of the anomalies with a predicted row
 *   precision = TP / predicted rows
 *   area      = sum over thresholds of (recall - recall before) * precision
 * </pre>
 *
 * <p>{@code P} counts a buffer row only where it is predicted: a detector that never enters the
 * buffer is not blamed for it. Thresholds are the score's own sorted values at 250 even ranks.
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
   * @param labels whether a row is anomalous, {@code [time]}; at least one is
   * @param scores as many, finite; higher is more anomalous
   * @param longestBuffer {@code L}, rows, 0 or more
   * @return 0 to 1
   * @throws IllegalArgumentException where no row is labelled or lengths differ
   */
  public static double of(boolean[] labels, double[] scores, int longestBuffer) {
    if (labels.length != scores.length || Span.of(labels).isEmpty()) {
      throw new IllegalArgumentException(
          "VUS-PR needs a labelled row and a score a row: rows="
              + labels.length
              + ", scores="
              + scores.length
              + ", anomalies="
              + Span.of(labels).size());
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

  /** The anomalies with their buffers, those that share a row as one. */
  private List<Span> buffered(int rows) {
    List<Span> buffered = new ArrayList<>();
    for (Span anomaly : anomalies) {
      int first = Math.max(0, anomaly.first() - rows);
      int last = Math.min(labels.length - 1, anomaly.last() + rows);
      int before = buffered.size() - 1;
      if (before >= 0 && buffered.get(before).last() >= first) {
        buffered.set(before, new Span(buffered.get(before).first(), last));
      } else {
        buffered.add(new Span(first, last));
      }
    }
    return buffered;
  }

  /** What each level adds to the curve of one buffer length. */
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
      double recallBefore = 0;
      int foundSoFar = 0;
      for (int level = 0; level < ScoreLevels.COUNT; level++) {
        truePositives += hits[level];
        inBuffer += hitsInBuffer[level];
        foundSoFar += found[level];
        double existence = (double) foundSoFar / spans;
        double recall = Math.min(1, truePositives / (positives + inBuffer / 2)) * existence;
        area += (recall - recallBefore) * truePositives / levels.predicted(level);
        recallBefore = recall;
      }
      return area;
    }
  }
}
