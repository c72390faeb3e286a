// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.vus;

import dev.weir.evaluation.figure.Bootstrap;
import java.util.List;

/**
 * VUS-PR of a score over a corpus.
 *
 * @param files one row per file that has a window after its probation
 */
public record VusResult(List<FileVus> files) {

  /**
   * VUS-PR of a score over one file.
   *
   * @param name name of the file
   * @param windowRows longest buffer, from the period of the file, in rows
   * @param labelled labelled fraction of the rows after probation, which is also what a score
   *     without skill reaches
   * @param value VUS-PR, 0 to 1
   */
  public record FileVus(String name, int windowRows, double labelled, double value) {}

  /** Keeps an unmodifiable copy. */
  public VusResult {
    files = List.copyOf(files);
  }

  /** Mean over the files. */
  public Bootstrap.Estimate mean(Bootstrap bootstrap) {
    return bootstrap.ofMean(files.stream().mapToDouble(FileVus::value).toArray());
  }
}
