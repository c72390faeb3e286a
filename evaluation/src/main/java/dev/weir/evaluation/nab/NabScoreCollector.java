// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.nab;

import dev.weir.event.EventTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Collector of the scores that a job has published, which assigns them to the rows of the corpus.
 *
 * <p>A score belongs to the row of its series and time. Rows of the same time are matched in the
 * order of arrival. Every row must have exactly one score.
 */
public final class NabScoreCollector {

  private static final String FILE_EXTENSION = ".csv";

  private final NabCorpus corpus;
  private final Map<String, Map<Long, Deque<Double>>> bySeries = new HashMap<>();
  private long collected;

  /** Creates an empty collector. */
  public NabScoreCollector(NabCorpus corpus) {
    this.corpus = corpus;
  }

  /**
   * Adds the score of one point.
   *
   * @param series name of the file without its extension
   */
  public void add(String series, long timeMillis, double score) {
    bySeries
        .computeIfAbsent(series, name -> new HashMap<>())
        .computeIfAbsent(timeMillis, time -> new ArrayDeque<>(1))
        .add(score);
    collected++;
  }

  /** Number of scores added. */
  public long collected() {
    return collected;
  }

  /**
   * The scores by file.
   *
   * @throws IllegalArgumentException if a row has no score or a score has no row
   */
  public NabScores scores() {
    Map<String, double[]> scores = new TreeMap<>();
    for (NabFile file : corpus.files()) {
      scores.put(file.name(), scores(file));
    }
    if (collected != corpus.rows()) {
      throw new IllegalArgumentException(
          "every row must be scored exactly once: scores=" + collected + ", rows=" + corpus.rows());
    }
    return new NabScores(scores);
  }

  private double[] scores(NabFile file) {
    Map<Long, Deque<Double>> byTime = bySeries.getOrDefault(series(file), Map.of());
    double[] scores = new double[file.times().size()];
    for (int row = 0; row < scores.length; row++) {
      Deque<Double> unassigned = byTime.get(EventTime.parseMillis(file.times().get(row)));
      if (unassigned == null || unassigned.isEmpty()) {
        throw new IllegalArgumentException(
            "every row must be scored exactly once: no score for file="
                + file.name()
                + ", row="
                + (row + 1)
                + ", time="
                + file.times().get(row));
      }
      scores[row] = unassigned.remove();
    }
    return scores;
  }

  /** Name of the series that a file is replayed as. */
  public static String series(NabFile file) {
    return file.name().substring(0, file.name().length() - FILE_EXTENSION.length());
  }
}
