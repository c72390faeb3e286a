package dev.weir.evaluation.nab;

import dev.weir.evaluation.run.Span;
import java.util.Arrays;
import java.util.List;

/**
 * One labelled series.
 *
 * @param name category and file, {@code realTweets/Twitter_volume_KO.csv}
 * @param times its times as they stand in the file, one a row
 * @param values its values, one a row
 * @param windows its anomaly windows in time order
 */
public record NabFile(String name, List<String> times, double[] values, List<Span> windows) {

  private static final double PROBATION_PART = 0.15;
  private static final int MOST_PROBATION_ROWS = 750;

  /** The folder it stands in. */
  public String category() {
    return name.substring(0, name.indexOf('/'));
  }

  /** Rows at the start that are never scored. */
  public int probationRows() {
    return Math.min((int) (PROBATION_PART * times.size()), MOST_PROBATION_ROWS);
  }

  /** Whether a row lies in a window, {@code [row]}. */
  public boolean[] labels() {
    boolean[] labels = new boolean[times.size()];
    windows.forEach(window -> Arrays.fill(labels, window.first(), window.last() + 1, true));
    return labels;
  }
}
