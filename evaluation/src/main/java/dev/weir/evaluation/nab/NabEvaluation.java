package dev.weir.evaluation.nab;

import dev.weir.evaluation.figure.Bootstrap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All that is measured of one detector's scores on the corpus. */
public final class NabEvaluation {

  private final NabCorpus corpus;
  private final NabScores scores;
  private final NabScorer scorer;
  private final Bootstrap bootstrap;

  /** Standard errors with the default seed. */
  public NabEvaluation(NabCorpus corpus, NabScores scores) {
    this(corpus, scores, Bootstrap.DEFAULT);
  }

  /** Nothing is computed before it is asked for. */
  public NabEvaluation(NabCorpus corpus, NabScores scores, Bootstrap bootstrap) {
    this.bootstrap = bootstrap;
    this.corpus = corpus;
    this.scores = scores;
    this.scorer = new NabScorer(corpus.files(), scores);
  }

  /** The official figure: one threshold for all files, the best there is for this profile. */
  public NabResult optimised(NabProfile profile) {
    return at(scorer.bestThreshold(profile), profile);
  }

  /** A threshold that was fixed beforehand. */
  public NabResult at(double threshold, NabProfile profile) {
    return NabResult.of(profile, threshold, scorer.at(threshold, profile), bootstrap);
  }

  /**
   * Each category at the threshold that is best for all others: nothing is optimised on what it is
   * measured on.
   */
  public NabResult leaveOneCategoryOut(NabProfile profile) {
    List<NabScorer.FileScore> parts = new ArrayList<>();
    List<String> categories = corpus.files().stream().map(NabFile::category).distinct().toList();
    double[] thresholds = new double[categories.size()];
    for (int i = 0; i < thresholds.length; i++) {
      String category = categories.get(i);
      thresholds[i] = scorerOf(category, false).bestThreshold(profile);
      parts.addAll(scorerOf(category, true).at(thresholds[i], profile));
    }
    return NabResult.of(profile, Arrays.stream(thresholds).average().orElse(0), parts, bootstrap);
  }

  private NabScorer scorerOf(String category, boolean within) {
    return new NabScorer(
        corpus.files().stream().filter(file -> file.category().equals(category) == within).toList(),
        scores);
  }
}
