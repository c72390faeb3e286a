// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.evidence;

import dev.weir.evaluation.figure.Bootstrap;
import dev.weir.evaluation.figure.Figure;
import dev.weir.evaluation.nab.NabCorpus;
import dev.weir.evaluation.nab.NabReport;
import dev.weir.evaluation.nab.NabRun;
import dev.weir.evaluation.nab.NabVusReport;
import java.util.ArrayList;
import java.util.List;

/** Evidence pages of the Numenta Anomaly Benchmark. */
public final class NabPages {

  private static final String NAB =
      """
      %d files, %d rows, %d windows. Lavin & Ahmad 2015; standard errors by bootstrap over files.

      *best for all files*: the official score, with one threshold that is optimised on the corpus.
      *from other categories*: each category at the threshold that is best for all other categories;
      the table shows the mean threshold. *own alerts*: detections are the rows
      %s; no threshold is optimised.

      The threshold is swept over the alert score. *points lost*: the points of a file that are
      missing to 100, standard profile.""";

  private static final String OWN_ALERTS =
      "at which an alert is opened or updated at the budget of the detector";
  private static final String GIVEN_THRESHOLD = "whose score reaches the given threshold";

  private static final String VUS =
      """
      Paparrizos et al. 2022. Rows after probation; the windows are the labels; buffers from 0 to
      the period of the file. Mean over the files that have a window after probation; standard
      errors by bootstrap over files.

      *held*: at each row, the largest of the last %d scores; the same number for every file. The
      constant score shows what is reached without skill.""";

  private NabPages() {}

  /**
   * The pages of NAB scores and of VUS-PR.
   *
   * @param holdPoints number of rows that a score is held for in VUS-PR
   */
  public static List<Page> of(NabCorpus corpus, NabRun run, int holdPoints, Bootstrap bootstrap) {
    NabReport nab = NabReport.of(corpus, run, bootstrap);
    NabVusReport vus = NabVusReport.of(corpus, run, holdPoints);
    List<Figure> figures = new ArrayList<>(nab.figures());
    run.firstScored().ifPresent(row -> figures.add(firstScore(row)));
    return List.of(
        new Page("nab.md", "NAB scores", about(corpus, run), nab.summary(), figures, nab.files()),
        new Page(
            "vus.md",
            "VUS-PR on NAB",
            VUS.formatted(holdPoints),
            vus.summary(bootstrap),
            vus.figures(bootstrap),
            vus.files()));
  }

  private static Figure firstScore(int row) {
    return new Figure("first score of a new series", "at point " + (row + 1), "-");
  }

  private static String about(NabCorpus corpus, NabRun run) {
    return NAB.formatted(
        corpus.files().size(),
        corpus.rows(),
        corpus.windows(),
        run.firstScored().isPresent() ? OWN_ALERTS : GIVEN_THRESHOLD);
  }
}
