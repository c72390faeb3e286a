// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.nab;

import dev.weir.evaluation.figure.Bootstrap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** NAB scores of one detector, with three ways to choose the threshold. */
public final class NabEvaluation {

  private final NabCorpus corpus;
  private final NabScores scores;
  private final NabScorer scorer;
  private final Bootstrap bootstrap;

  /** Creates an evaluation with the default seed of standard errors. */
  public NabEvaluation(NabCorpus corpus, NabScores scores) {
    this(corpus, scores, Bootstrap.DEFAULT);
  }

  /** Creates an evaluation; scores are computed on demand. */
  public NabEvaluation(NabCorpus corpus, NabScores scores, Bootstrap bootstrap) {
    this.bootstrap = bootstrap;
    this.corpus = corpus;
    this.scores = scores;
    this.scorer = new NabScorer(corpus.files(), scores);
  }

  /** The official score: the one threshold for all files that is best for the profile. */
  public NabResult optimised(NabProfile profile) {
    return at(scorer.bestThreshold(profile), profile);
  }

  /** The score at a given threshold. */
  public NabResult at(double threshold, NabProfile profile) {
    return NabResult.of(profile, threshold, scorer.at(threshold, profile), bootstrap);
  }

  /**
   * The score with a threshold per category, the one that is best for all other categories: no
   * threshold is optimised on the files that it is applied to.
   */
  public NabResult leaveOneCategoryOut(NabProfile profile) {
    List<NabResult.FileResult> files = new ArrayList<>();
    List<String> categories = corpus.files().stream().map(NabFile::category).distinct().toList();
    double[] thresholds = new double[categories.size()];
    for (int i = 0; i < thresholds.length; i++) {
      String category = categories.get(i);
      thresholds[i] = scorerOf(category, false).bestThreshold(profile);
      files.addAll(scorerOf(category, true).at(thresholds[i], profile));
    }
    return NabResult.of(profile, Arrays.stream(thresholds).average().orElse(0), files, bootstrap);
  }

  private NabScorer scorerOf(String category, boolean within) {
    return new NabScorer(
        corpus.files().stream().filter(file -> file.category().equals(category) == within).toList(),
        scores);
  }
}
