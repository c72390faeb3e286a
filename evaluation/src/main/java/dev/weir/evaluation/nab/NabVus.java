package dev.weir.evaluation.nab;

import dev.weir.evaluation.vus.SlidingWindow;
import dev.weir.evaluation.vus.VusPr;
import dev.weir.evaluation.vus.VusResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * VUS-PR of a score on the corpus: rows behind probation, each file's windows as labels, and its
 * period, found in all of its values, as the longest buffer.
 */
public final class NabVus {

  private NabVus() {}

  /** Judges a score as it is. */
  public static VusResult of(NabCorpus corpus, NabScores scores) {
    return of(corpus, scores, UnaryOperator.identity());
  }

  /**
   * Judges what becomes of a score.
   *
   * @param view from the scores of all rows of a file to as many
   */
  public static VusResult of(NabCorpus corpus, NabScores scores, UnaryOperator<double[]> view) {
    List<VusResult.FileVus> files = new ArrayList<>();
    for (NabFile file : corpus.files()) {
      int from = file.probationRows();
      boolean[] labels = Arrays.copyOfRange(file.labels(), from, file.times().size());
      double[] judged = Arrays.copyOfRange(view.apply(scores.of(file)), from, labels.length + from);
      double part = part(labels);
      if (part > 0) {
        int window = SlidingWindow.of(file.values());
        double value = VusPr.of(labels, judged, window);
        files.add(new VusResult.FileVus(file.name(), window, part, value));
      }
    }
    return new VusResult(files);
  }

  private static double part(boolean[] labels) {
    int labelled = 0;
    for (boolean label : labels) {
      labelled += label ? 1 : 0;
    }
    return (double) labelled / labels.length;
  }
}
