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

/** Sends this machine's metrics to a topic twice a second, from start to close. */
final class MachineMetricsSender implements AutoCloseable {

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

  MachineMetricsSender(String brokers, String topic, InstantSource clock) {
    this.clock = clock;
    this.machine = new MachineMetrics(clock.millis());
    this.producer = new EventProducer(brokers, topic);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // close cancels it
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
      System.getLogger(MachineMetricsSender.class.getName())
          .log(System.Logger.Level.WARNING, "can't send a reading of this machine", e);
    }
  }

  /** Stops sending, waits until all events are stored, and returns their number. */
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
