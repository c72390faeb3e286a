// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.demo;

import dev.weir.cli.live.MachineMetrics;
import dev.weir.cli.replay.EventProducer;
import dev.weir.event.MetricEvent;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Sends this machine's metrics twice a second, until it is closed. */
final class LiveFeed implements AutoCloseable {

  private static final long PERIOD_MILLIS = 500;

  private final MachineMetrics machine;
  private final EventProducer producer;
  private final InstantSource clock;
  private final AtomicLong sent = new AtomicLong();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "machine-metrics");
            thread.setDaemon(true);
            return thread;
          });

  /** Nothing is sent before it is started. */
  LiveFeed(String brokers, String topic, InstantSource clock) {
    this.clock = clock;
    this.machine = new MachineMetrics(clock.millis());
    this.producer = new EventProducer(brokers, topic);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // it ends with the timer
  void start() {
    timer.scheduleAtFixedRate(this::send, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void send() {
    try {
      for (MetricEvent event : machine.read(clock.millis())) {
        producer.send(event);
        sent.incrementAndGet();
      }
    } catch (IOException | RuntimeException e) {
      System.getLogger(LiveFeed.class.getName())
          .log(System.Logger.Level.WARNING, "a reading of this machine is lost", e);
    }
  }

  /** Stops reading, waits until all is stored, and tells how much that was. */
  long finish() throws IOException {
    timer.shutdown();
    try {
      timer.awaitTermination(2 * PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    producer.flush();
    return sent.get();
  }

  @Override
  public void close() {
    timer.shutdownNow();
    producer.close();
  }
}
