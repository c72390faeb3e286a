package dev.weir.benchmarks.pipeline;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.producer.KafkaProducer;

/**
 * Writes events at a steady pace. An event's time is when it was due, not when it was sent: a
 * producer that falls behind shows in the latency.
 */
final class PacedProducer {

  private static final int BURST = 32;
  private static final int LINGER_MILLIS = 1;

  private static final double FROM = 0.3;
  private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(10);
  private static final int DIGITS = 3;

  private final Histogram behindNanos = new Histogram(LONGEST_NANOS, DIGITS);
  private final String topic;
  private final SyntheticEvents source;
  private final double eventsPerSecond;

  PacedProducer(String topic, int keys, double eventsPerSecond) {
    this.topic = topic;
    this.source = new SyntheticEvents(keys);
    this.eventsPerSecond = eventsPerSecond;
  }

  void send(String brokers, long events) {
    try (KafkaProducer<byte[], byte[]> producer = TopicFiller.producer(brokers, LINGER_MILLIS)) {
      long startNanos = System.nanoTime();
      long startMillis = System.currentTimeMillis();
      for (long number = 0; number < events; number++) {
        long due = (long) (number / eventsPerSecond * TimeUnit.SECONDS.toNanos(1));
        if (number % BURST == 0) {
          awaitUntil(startNanos + due);
        }
        if (number > FROM * events) {
          behindNanos.recordValue(Math.max(0, System.nanoTime() - startNanos - due));
        }
        long millis = startMillis + TimeUnit.NANOSECONDS.toMillis(due);
        producer.send(TopicFiller.record(source, topic, number, source.json(number, millis)));
      }
    }
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
