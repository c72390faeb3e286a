// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.pipeline;

import dev.weir.job.detect.ScoredEvent;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.ConcurrentHistogram;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Takes the time from an event's creation, which is its event time, to when it is scored: behind
 * producer, broker, source, decoder, shuffle and detector, all in one machine's clock.
 */
final class LatencyProbe implements Sink<ScoredEvent> {

  private static final long serialVersionUID = 1L;
  private static final long LONGEST_MILLIS = 600_000;
  private static final int DIGITS = 3;

  /** Of this process: the cell's subtasks all run in it. */
  private static final ConcurrentHistogram MILLIS = new ConcurrentHistogram(LONGEST_MILLIS, DIGITS);

  /** What was taken, milliseconds. */
  static Map<String, Double> percentiles() {
    Map<String, Double> all = new TreeMap<>();
    for (double percentile : new double[] {50, 90, 99, 99.9}) {
      all.put("p" + percentile, (double) MILLIS.getValueAtPercentile(percentile));
    }
    all.put("max", (double) MILLIS.getMaxValue());
    all.put("points", (double) MILLIS.getTotalCount());
    return all;
  }

  /** Forgets what came before the measured window. */
  static void begin() {
    MILLIS.reset();
  }

  @Override
  public SinkWriter<ScoredEvent> createWriter(WriterInitContext context) {
    return new Writer();
  }

  /** Nothing to flush. */
  private static final class Writer implements SinkWriter<ScoredEvent> {

    @Override
    public void write(ScoredEvent point, Context context) {
      long millis = System.currentTimeMillis() - point.scored().evidence().timeMillis();
      MILLIS.recordValue(Math.max(0, Math.min(LONGEST_MILLIS, millis)));
    }

    @Override
    public void flush(boolean endOfInput) {}

    @Override
    public void close() {}
  }
}
