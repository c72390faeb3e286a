// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.nab;

import dev.weir.evaluation.detection.LabelledSeries;
import dev.weir.evaluation.run.Span;
import java.util.Arrays;
import java.util.List;

/**
 * One labelled series of NAB.
 *
 * @param name category and file, like {@code realTweets/Twitter_volume_KO.csv}
 * @param times timestamps as text, unchanged from the file, {@code [row]}
 * @param values {@code [row]}
 * @param windows anomaly windows in time order
 */
public record NabFile(String name, List<String> times, double[] values, List<Span> windows) {

  /** The folder of the file. */
  public String category() {
    return name.substring(0, name.indexOf('/'));
  }

  /** Number of rows at the start that don't count. */
  public int probationRows() {
    return LabelledSeries.probationRows(times.size());
  }

  /** Whether a row is inside a window, {@code [row]}. */
  public boolean[] labels() {
    boolean[] labels = new boolean[times.size()];
    windows.forEach(window -> Arrays.fill(labels, window.first(), window.last() + 1, true));
    return labels;
  }
}
