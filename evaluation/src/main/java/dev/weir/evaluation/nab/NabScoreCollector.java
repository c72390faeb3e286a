package dev.weir.evaluation.nab;

import dev.weir.event.EventTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts scores that came series by time back to the rows of their files; rows of one time are
 * matched in order. It gives nothing unless every row has exactly one score.
 */
public final class NabScoreCollector {

  private static final String FILE_ENDING = ".csv";

  private final NabCorpus corpus;
  private final Map<String, Map<Long, Deque<Double>>> bySeries = new HashMap<>();
  private long collected;

  /** Nothing collected yet. */
  public NabScoreCollector(NabCorpus corpus) {
    this.corpus = corpus;
  }

  /** Takes in the score of one point; a series is named like its file without ending. */
  public void add(String series, long timeMillis, double score) {
    bySeries
        .computeIfAbsent(series, name -> new HashMap<>())
        .computeIfAbsent(timeMillis, time -> new ArrayDeque<>(1))
        .add(score);
    collected++;
  }

  /** Scores taken in so far. */
  public long collected() {
    return collected;
  }

  /**
   * The scores by file.
   *
   * @throws IllegalArgumentException where a row has no score or a score has no row, with the first
   *     and how many
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
      Deque<Double> waiting = byTime.get(EventTime.parseMillis(file.times().get(row)));
      if (waiting == null || waiting.isEmpty()) {
        throw new IllegalArgumentException(
            "every row must be scored exactly once: no score for file="
                + file.name()
                + ", row="
                + (row + 1)
                + ", time="
                + file.times().get(row));
      }
      scores[row] = waiting.remove();
    }
    return scores;
  }

  /** The name under which a file is replayed. */
  public static String series(NabFile file) {
    return file.name().substring(0, file.name().length() - FILE_ENDING.length());
  }
}
