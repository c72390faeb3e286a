// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.run;

import dev.weir.job.detect.ScoredEvent;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.ConcurrentHistogram;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Sink that records the time from the creation of an event, which is its event time, to its score.
 * It includes producer, broker, source, decoder, shuffle and detector, by one clock.
 */
final class LatencyProbe implements Sink<ScoredEvent> {

  private static final long serialVersionUID = 1L;
  private static final long MAX_MILLIS = 600_000;
  private static final int SIGNIFICANT_DIGITS = 3;

  /** Static because all subtasks run in this process. */
  private static final ConcurrentHistogram MILLIS =
      new ConcurrentHistogram(MAX_MILLIS, SIGNIFICANT_DIGITS);

  /** Recorded latencies in milliseconds, by percentile. */
  static Map<String, Double> percentiles() {
    Map<String, Double> all = new TreeMap<>();
    for (double percentile : new double[] {50, 90, 99, 99.9}) {
      all.put("p" + percentile, (double) MILLIS.getValueAtPercentile(percentile));
    }
    all.put("max", (double) MILLIS.getMaxValue());
    all.put("points", (double) MILLIS.getTotalCount());
    return all;
  }

  /** Discards what was recorded before the measured window. */
  static void reset() {
    MILLIS.reset();
  }

  @Override
  public SinkWriter<ScoredEvent> createWriter(WriterInitContext context) {
    return new Writer();
  }

  private static final class Writer implements SinkWriter<ScoredEvent> {

    @Override
    public void write(ScoredEvent point, Context context) {
      long millis = System.currentTimeMillis() - point.scored().evidence().timeMillis();
      MILLIS.recordValue(Math.max(0, Math.min(MAX_MILLIS, millis)));
    }

    @Override
    public void flush(boolean endOfInput) {}

    @Override
    public void close() {}
  }
}
