// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.nab;

import dev.weir.evaluation.vus.SlidingWindow;
import dev.weir.evaluation.vus.VusPr;
import dev.weir.evaluation.vus.VusResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * VUS-PR of a score on the corpus.
 *
 * <p>The labels are the windows of each file, without the rows of its probation. The longest buffer
 * is the period of all values of the file.
 */
public final class NabVus {

  private NabVus() {}

  /** Computes VUS-PR of unchanged scores. */
  public static VusResult of(NabCorpus corpus, NabScores scores) {
    return of(corpus, scores, UnaryOperator.identity());
  }

  /**
   * Computes VUS-PR of transformed scores. A file without a labelled row after its probation is
   * left out.
   *
   * @param transform applied to the scores of all rows of a file; returns as many
   */
  public static VusResult of(
      NabCorpus corpus, NabScores scores, UnaryOperator<double[]> transform) {
    List<VusResult.FileVus> files = new ArrayList<>();
    for (NabFile file : corpus.files()) {
      int from = file.probationRows();
      boolean[] labels = Arrays.copyOfRange(file.labels(), from, file.times().size());
      double[] evaluated =
          Arrays.copyOfRange(transform.apply(scores.of(file)), from, labels.length + from);
      double labelled = labelledFraction(labels);
      if (labelled > 0) {
        int window = SlidingWindow.of(file.values());
        double value = VusPr.of(labels, evaluated, window);
        files.add(new VusResult.FileVus(file.name(), window, labelled, value));
      }
    }
    return new VusResult(files);
  }

  private static double labelledFraction(boolean[] labels) {
    int labelled = 0;
    for (boolean label : labels) {
      labelled += label ? 1 : 0;
    }
    return (double) labelled / labels.length;
  }
}
