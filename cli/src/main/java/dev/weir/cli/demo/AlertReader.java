// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.cli.topic.CommittedRecords;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Thread that passes committed alerts to a consumer until it is closed. */
final class AlertReader implements AutoCloseable {

  private final CommittedRecords records;
  private final Consumer<JsonNode> out;
  private final AtomicLong received = new AtomicLong();
  private final Thread reader = new Thread(this::read, "alerts");
  private volatile boolean closed;

  private AlertReader(CommittedRecords records, Consumer<JsonNode> out) {
    this.records = records;
    this.out = out;
  }

  static AlertReader start(String brokers, String topic, Consumer<JsonNode> out)
      throws IOException {
    AlertReader feed =
        new AlertReader(
            new CommittedRecords(
                brokers, topic, CommittedRecords.From.BEGINNING, AlertReader::logSkipped),
            out);
    feed.reader.setDaemon(true);
    feed.reader.start();
    return feed;
  }

  private void read() {
    try (records) {
      while (!closed) {
        records.poll(this::pass);
      }
    }
  }

  private static void logSkipped(String line) {
    System.getLogger(AlertReader.class.getName()).log(System.Logger.Level.WARNING, line);
  }

  private void pass(JsonNode alert) {
    out.accept(alert);
    received.incrementAndGet();
  }

  /** Returns the number of alerts passed on. */
  long received() {
    return received.get();
  }

  @Override
  public void close() {
    closed = true;
    try {
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
