package dev.weir.evaluation.evidence;

import dev.weir.evaluation.figure.Bootstrap;
import dev.weir.evaluation.figure.Figure;
import dev.weir.evaluation.nab.NabCorpus;
import dev.weir.evaluation.nab.NabReport;
import dev.weir.evaluation.nab.NabRun;
import dev.weir.evaluation.nab.NabVusReport;
import java.util.ArrayList;
import java.util.List;

/** What is measured on the Numenta Anomaly Benchmark. */
public final class NabPages {

  private NabPages() {}

  /** Its own score, and VUS-PR. */
  public static List<Page> of(NabCorpus corpus, NabRun run, int holdPoints, Bootstrap bootstrap) {
    NabReport nab = NabReport.of(corpus, run, bootstrap);
    NabVusReport vus = NabVusReport.of(corpus, run, holdPoints);
    List<Figure> figures = new ArrayList<>(nab.figures());
    run.firstJudged().ifPresent(row -> figures.add(firstUsable(row)));
    return List.of(
        new Page(
            "nab.md", "NAB scores", aboutNab(corpus, run), nab.summary(), figures, nab.files()),
        new Page(
            "vus.md",
            "VUS-PR on NAB",
            aboutVus(holdPoints),
            vus.summary(bootstrap),
            vus.figures(bootstrap),
            vus.files()));
  }

  private static Figure firstUsable(int row) {
    return new Figure("first usable score of a series never seen", "its point " + (row + 1), "-");
  }

  private static String aboutNab(NabCorpus corpus, NabRun run) {
    String first =
        run.firstJudged().isPresent()
            ? "\nFirst usable score of a series never seen: its point "
                + (run.firstJudged().getAsInt() + 1)
                + " (the latest over all files)."
            : "";
    return corpus.files().size()
        + " files, "
        + corpus.rows()
        + " rows, "
        + corpus.windows()
        + " windows. Lavin & Ahmad 2015; standard errors by bootstrap over files.\n"
        + "*best for all files*: the official figure, one threshold optimised on the corpus."
        + " *from other categories*: each category at the threshold that is best for all others"
        + " (shown: their mean).\n"
        + ownDecision(run)
        + "The threshold is swept over the alert score. Points lost are those between a file's"
        + " share and 100, standard profile."
        + first;
  }

  private static String ownDecision(NabRun run) {
    return run.firstJudged().isPresent()
        ? "*own decision*: detections are the rows on which the product tells a person at its"
            + " budget, the rows whose alert score reaches the alert line; nothing is optimised.\n"
        : "*own decision*: detections are the rows whose score reaches the threshold that was given;"
            + " nothing is optimised.\n";
  }

  private static String aboutVus(int holdPoints) {
    return "Paparrizos et al. 2022, rows behind probation, windows as labels, buffers from 0 to the"
        + " file's period; mean over the files with a window left, standard errors by bootstrap"
        + " over files.\n"
        + "Held: at each row the largest of the last "
        + holdPoints
        + " scores, the same for every file. A constant score shows what is"
        + " reached without skill.";
  }
}
