// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.replay;

import dev.weir.event.MetricEvent;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Locale;
import java.util.function.Consumer;

/** Sends events at a pace and reports its progress. */
public final class Replayer {

  private static final long REPORT_INTERVAL_NANOS = Duration.ofSeconds(5).toNanos();

  private final EventProducer producer;
  private final Pace pace;
  private final Consumer<String> out;
  private long sent;
  private long startNanos;
  private long reportedNanos;

  /**
   * @param out receives a line of progress every 5 seconds
   */
  public Replayer(EventProducer producer, Pace pace, Consumer<String> out) {
    this.producer = producer;
    this.pace = pace;
    this.out = out;
  }

  /**
   * Sends all events and waits until they are stored.
   *
   * @return number of events
   * @throws InterruptedIOException if the thread is interrupted
   */
  public long send(Iterator<MetricEvent> events) throws IOException {
    startNanos = System.nanoTime();
    reportedNanos = startNanos;
    while (events.hasNext()) {
      MetricEvent event = events.next();
      await(event.timeMillis());
      producer.send(event);
      sent++;
      report(event);
    }
    producer.flush();
    return sent;
  }

  private void await(long timeMillis) throws IOException {
    try {
      pace.await(timeMillis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted after " + sent + " events");
    }
  }

  private void report(MetricEvent event) {
    if (System.nanoTime() - reportedNanos > REPORT_INTERVAL_NANOS) {
      reportedNanos = System.nanoTime();
      Instant time = Instant.ofEpochMilli(event.timeMillis());
      out.accept(
          String.format(
              Locale.ROOT, "replayed %,d events, %,.0f/s, up to %s", sent, perSecond(), time));
    }
  }

  /** Returns the average number of events per second so far. */
  public double perSecond() {
    return sent / Math.max(1e-9, (System.nanoTime() - startNanos) / 1e9);
  }
}
