package dev.weir.evaluation.run;

import dev.weir.decision.Alert;
import dev.weir.decision.Decision;
import dev.weir.detect.Detector;
import dev.weir.detect.OfflineRun;
import dev.weir.detect.ScoredPoint;
import dev.weir.series.Observation;
import dev.weir.series.ReorderConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a detector made of every row of one series, from an empty state, in the order of the rows.
 *
 * @param scores the continuous score, {@code [row]}
 * @param alertScores the score that counts an incident once, {@code [row]}
 * @param told whether a person is told of an incident here, opened or again, {@code [row]}
 * @param incidents from the row that opened each to its last anomalous row
 * @param firstJudged first row that is no longer warm-up; the number of rows where there is none
 */
public record SeriesRun(
    double[] scores, double[] alertScores, boolean[] told, List<Span> incidents, int firstJudged) {

  /**
   * Runs a whole series as the job would.
   *
   * @param times milliseconds, {@code [row]}
   * @param values {@code [row, feature]}
   */
  public static SeriesRun of(Detector detector, long[] times, double[][] values) {
    Rows rows = new Rows(times.length);
    ofEachRow(detector, times, values, rows::add);
    return rows.run();
  }

  /**
   * Hands on what the detector made of each row, in the order of the rows.
   *
   * @param times milliseconds, {@code [row]}
   * @param values {@code [row, feature]}
   */
  public static void ofEachRow(
      Detector detector, long[] times, double[][] values, Consumer<? super ScoredPoint> out) {
    OfflineRun run = new OfflineRun(detector, ReorderConfig.EVERY_ROW, out);
    for (int row = 0; row < times.length; row++) {
      run.offer(new Observation(times[row], values[row]));
    }
    run.finish();
  }

  /** Gathers what comes out of a run. */
  private static final class Rows {

    private final double[] scores;
    private final double[] alertScores;
    private final boolean[] told;
    private final List<Span> incidents = new ArrayList<>();
    private boolean open;
    private int firstJudged;
    private int row;

    Rows(int rows) {
      scores = new double[rows];
      alertScores = new double[rows];
      told = new boolean[rows];
      firstJudged = rows;
    }

    void add(ScoredPoint scored) {
      scores[row] = scored.evidence().score();
      alertScores[row] = scored.alertScore();
      if (!(scored.decision() instanceof Decision.WarmingUp)) {
        firstJudged = Math.min(firstJudged, row);
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
          told[row] = true;
          open = true;
          incidents.add(new Span(row, row));
        }
        case UPDATED -> told[row] = true;
        case RESOLVED -> open = false;
      }
    }

    SeriesRun run() {
      if (row != scores.length) {
        throw new IllegalStateException(
            "every row must be scored exactly once: rows=" + scores.length + ", scored=" + row);
      }
      return new SeriesRun(scores, alertScores, told, List.copyOf(incidents), firstJudged);
    }
  }
}
