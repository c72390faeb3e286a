// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.run;

import dev.weir.decision.Alert;
import dev.weir.decision.Decision;
import dev.weir.detect.Detector;
import dev.weir.detect.OfflineRun;
import dev.weir.detect.ScoredPoint;
import dev.weir.series.Observation;
import dev.weir.series.ReorderConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Result of running a detector over all rows of one series, from an empty state.
 *
 * @param scores the continuous score, {@code [row]}, 0 to 1
 * @param alertScores the debounced score, which counts an incident once, {@code [row]}, 0 to 1
 * @param alerted whether an alert is opened or updated at the row, {@code [row]}
 * @param incidents each from the row that opened it to its last anomalous row
 * @param firstScored first row after the warm-up; the number of rows if there is none
 */
public record SeriesRun(
    double[] scores,
    double[] alertScores,
    boolean[] alerted,
    List<Span> incidents,
    int firstScored) {

  /**
   * Runs a detector over a whole series, as the job would.
   *
   * @param times milliseconds since 1970, {@code [row]}
   * @param values {@code [row, feature]}
   */
  public static SeriesRun of(Detector detector, long[] times, double[][] values) {
    Rows rows = new Rows(times.length);
    forEachRow(detector, times, values, rows::add);
    return rows.run();
  }

  /**
   * Scores each row, in the order of the rows.
   *
   * @param times milliseconds since 1970, {@code [row]}
   * @param values {@code [row, feature]}
   * @param out receives one scored point per row
   */
  public static void forEachRow(
      Detector detector, long[] times, double[][] values, Consumer<? super ScoredPoint> out) {
    OfflineRun run = new OfflineRun(detector, ReorderConfig.EVERY_ROW, out);
    for (int row = 0; row < times.length; row++) {
      run.offer(new Observation(times[row], values[row]));
    }
    run.finish();
  }

  /**
   * One feature of a series.
   *
   * @param values {@code [row, feature]}
   * @return {@code [row, 1]}
   */
  public static double[][] column(double[][] values, int feature) {
    return Arrays.stream(values).map(row -> new double[] {row[feature]}).toArray(double[][]::new);
  }

  /** Collects the scored points of a run. */
  private static final class Rows {

    private final double[] scores;
    private final double[] alertScores;
    private final boolean[] alerted;
    private final List<Span> incidents = new ArrayList<>();
    private boolean open;
    private int firstScored;
    private int row;

    Rows(int rows) {
      scores = new double[rows];
      alertScores = new double[rows];
      alerted = new boolean[rows];
      firstScored = rows;
    }

    void add(ScoredPoint scored) {
      scores[row] = scored.evidence().score();
      alertScores[row] = scored.alertScore();
      if (!(scored.decision() instanceof Decision.WarmingUp)) {
        firstScored = Math.min(firstScored, row);
      }
      if (open && scored.decision() instanceof Decision.Anomalous) {
        int last = incidents.size() - 1;
        incidents.set(last, new Span(incidents.get(last).first(), row));
      }
      scored.alert().ifPresent(alert -> add(alert.status()));
      row++;
    }

    private void add(Alert.Status status) {
      switch (status) {
        case OPENED -> {
          alerted[row] = true;
          open = true;
          incidents.add(new Span(row, row));
        }
        case UPDATED -> alerted[row] = true;
        case RESOLVED -> open = false;
      }
    }

    SeriesRun run() {
      if (row != scores.length) {
        throw new IllegalStateException(
            "every row must be scored exactly once: rows=" + scores.length + ", scored=" + row);
      }
      return new SeriesRun(scores, alertScores, alerted, List.copyOf(incidents), firstScored);
    }
  }
}
