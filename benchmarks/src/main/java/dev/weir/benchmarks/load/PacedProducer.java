// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.load;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.producer.KafkaProducer;

/**
 * Producer that writes events at a given rate while a cell runs.
 *
 * <p>The rate grows linearly over the first quarter of the events, because a producer and a job
 * that have just started can't reach it, and is constant afterwards. The time of an event is when
 * it is due, so a producer that falls behind increases the latency.
 */
public final class PacedProducer {

  private static final int BURST = 32;
  private static final int LINGER_MILLIS = 1;

  /** Share of the events that are written while the rate grows. */
  private static final double RAMP_UP = 0.25;

  private static final long MAX_NANOS = TimeUnit.MINUTES.toNanos(10);
  private static final int SIGNIFICANT_DIGITS = 3;

  private final Histogram delayNanos = new Histogram(MAX_NANOS, SIGNIFICANT_DIGITS);
  private final String topic;
  private final SyntheticEvents source;
  private final double eventsPerSecond;

  /**
   * @param keys number of series
   */
  public PacedProducer(String topic, int keys, double eventsPerSecond) {
    this.topic = topic;
    this.source = SyntheticEvents.daily(keys);
    this.eventsPerSecond = eventsPerSecond;
  }

  /**
   * Sends all events.
   *
   * @param measuredFrom number of the first event whose delay is recorded
   */
  public void send(String brokers, long events, double measuredFrom) {
    try (KafkaProducer<byte[], byte[]> producer = TopicFiller.producer(brokers, LINGER_MILLIS)) {
      long startNanos = System.nanoTime();
      long startMillis = System.currentTimeMillis();
      for (long number = 0; number < events; number++) {
        long due = dueNanos(number, RAMP_UP * events);
        if (number % BURST == 0) {
          awaitUntil(startNanos + due);
        }
        if (number >= measuredFrom) {
          delayNanos.recordValue(Math.max(0, System.nanoTime() - startNanos - due));
        }
        long millis = startMillis + TimeUnit.NANOSECONDS.toMillis(due);
        producer.send(TopicFiller.record(source, topic, number, source.json(number, millis)));
      }
    }
  }

  /**
   * Time from the start to when an event is due. While the rate grows, the same number of events
   * takes twice as long.
   */
  private long dueNanos(long number, double rampUpEvents) {
    double seconds =
        number < rampUpEvents
            ? 2 * Math.sqrt(number * rampUpEvents) / eventsPerSecond
            : (number + rampUpEvents) / eventsPerSecond;
    return (long) (seconds * TimeUnit.SECONDS.toNanos(1));
  }

  /** 99th percentile of the time from when an event is due to when it is sent, in milliseconds. */
  public double p99DelayMillis() {
    return 1e-6 * delayNanos.getValueAtPercentile(99);
  }

  private static void awaitUntil(long nanos) {
    for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
