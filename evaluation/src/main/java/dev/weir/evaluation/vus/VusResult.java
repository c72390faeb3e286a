package dev.weir.evaluation.vus;

import dev.weir.evaluation.figure.Bootstrap;
import java.util.List;

/**
 * VUS-PR over a corpus.
 *
 * @param files one row a file that has a window behind its probation
 */
public record VusResult(List<FileVus> files) {

  /**
   * One file's.
   *
   * @param name the file
   * @param windowRows the longest buffer, from the file's period
   * @param part part of the judged rows that is labelled: what a score without skill reaches
   * @param value VUS-PR
   */
  public record FileVus(String name, int windowRows, double part, double value) {}

  /** Keeps an unmodifiable copy. */
  public VusResult {
    files = List.copyOf(files);
  }

  /** Mean over files. */
  public Bootstrap.Estimate mean(Bootstrap bootstrap) {
    return bootstrap.ofMean(files.stream().mapToDouble(FileVus::value).toArray());
  }
}
