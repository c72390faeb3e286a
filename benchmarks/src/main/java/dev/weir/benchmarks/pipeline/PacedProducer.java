// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.pipeline;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.producer.KafkaProducer;

/**
 * Writes events at a pace that grows from nothing, since a producer and a job that have just been
 * started can't hold it, and is steady from then on. An event's time is when it was due, not when
 * it was sent: a producer that falls behind shows in the latency.
 */
final class PacedProducer {

  private static final int BURST = 32;
  private static final int LINGER_MILLIS = 1;

  /** Part of the events that are written while the pace grows. */
  private static final double GROWING = 0.25;

  private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(10);
  private static final int DIGITS = 3;

  private final Histogram behindNanos = new Histogram(LONGEST_NANOS, DIGITS);
  private final String topic;
  private final SyntheticEvents source;
  private final double eventsPerSecond;

  PacedProducer(String topic, int keys, double eventsPerSecond) {
    this.topic = topic;
    this.source = SyntheticEvents.daily(keys);
    this.eventsPerSecond = eventsPerSecond;
  }

  void send(String brokers, long events) {
    try (KafkaProducer<byte[], byte[]> producer = TopicFiller.producer(brokers, LINGER_MILLIS)) {
      long startNanos = System.nanoTime();
      long startMillis = System.currentTimeMillis();
      for (long number = 0; number < events; number++) {
        long due = dueNanos(number, GROWING * events);
        if (number % BURST == 0) {
          awaitUntil(startNanos + due);
        }
        if (number >= Window.FROM * events) {
          behindNanos.recordValue(Math.max(0, System.nanoTime() - startNanos - due));
        }
        long millis = startMillis + TimeUnit.NANOSECONDS.toMillis(due);
        producer.send(TopicFiller.record(source, topic, number, source.json(number, millis)));
      }
    }
  }

  /**
   * When an event is due, from the start: the pace grows evenly, so that as many events take twice
   * as long while it does.
   */
  private long dueNanos(long number, double growing) {
    double seconds =
        number < growing
            ? 2 * Math.sqrt(number * growing) / eventsPerSecond
            : (number + growing) / eventsPerSecond;
    return (long) (seconds * TimeUnit.SECONDS.toNanos(1));
  }

  /** How far behind its pace it sent its events, milliseconds, 99th percentile. */
  double behindMillis() {
    return 1e-6 * behindNanos.getValueAtPercentile(99);
  }

  private static void awaitUntil(long nanos) {
    for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
