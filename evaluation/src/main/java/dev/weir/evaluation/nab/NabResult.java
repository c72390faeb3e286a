// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.nab;

import dev.weir.evaluation.figure.Bootstrap;
import java.util.List;

/**
 * NAB score of a detector over the corpus, for one profile.
 *
 * @param profile weights of the score
 * @param threshold lowest score that is a detection; the mean if there is one per category
 * @param score at most 100, can be negative
 * @param standardError of the score, by bootstrap over the files at this threshold
 * @param windows number of windows
 * @param hits number of windows with a detection
 * @param falseRows number of detections outside every window
 * @param files result of each file
 */
public record NabResult(
    NabProfile profile,
    double threshold,
    double score,
    double standardError,
    int windows,
    int hits,
    int falseRows,
    List<FileResult> files) {

  /**
   * Result of one file.
   *
   * @param name name of the file
   * @param windows number of windows
   * @param hits number of windows with a detection
   * @param falseRows number of detections outside every window
   * @param raw weighted sum of detections, misses and false alarms
   */
  public record FileResult(String name, int windows, int hits, int falseRows, double raw) {}

  static NabResult of(
      NabProfile profile, double threshold, List<FileResult> files, Bootstrap bootstrap) {
    Bootstrap.Estimate score = bootstrap.of(files, some -> score(profile, some));
    return new NabResult(
        profile,
        threshold,
        score.value(),
        score.standardError(),
        files.stream().mapToInt(FileResult::windows).sum(),
        files.stream().mapToInt(FileResult::hits).sum(),
        files.stream().mapToInt(FileResult::falseRows).sum(),
        files);
  }

  private static double score(NabProfile profile, List<FileResult> files) {
    double raw = files.stream().mapToDouble(FileResult::raw).sum();
    return profile.normalise(raw, files.stream().mapToInt(FileResult::windows).sum());
  }

  /** Points of the score that a file loses, compared with a perfect detector. */
  public double pointsLost(FileResult file) {
    double perfect = profile.hitWeight() * file.windows();
    return profile.normalise(perfect, windows) - profile.normalise(file.raw(), windows);
  }
}
