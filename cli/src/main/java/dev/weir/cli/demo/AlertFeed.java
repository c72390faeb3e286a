// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.cli.topic.CommittedRecords;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Hands on alerts as they are committed, until it is closed. */
final class AlertFeed implements AutoCloseable {

  private final CommittedRecords records;
  private final Consumer<JsonNode> out;
  private final AtomicLong received = new AtomicLong();
  private final Thread reader = new Thread(this::read, "alerts");
  private volatile boolean closed;

  private AlertFeed(CommittedRecords records, Consumer<JsonNode> out) {
    this.records = records;
    this.out = out;
  }

  static AlertFeed start(String brokers, String topic, Consumer<JsonNode> out) throws IOException {
    AlertFeed feed =
        new AlertFeed(new CommittedRecords(brokers, topic, CommittedRecords.From.BEGINNING), out);
    feed.reader.setDaemon(true);
    feed.reader.start();
    return feed;
  }

  private void read() {
    try (records) {
      while (!closed) {
        records.poll(this::take);
      }
    } catch (IOException e) {
      System.getLogger(AlertFeed.class.getName())
          .log(System.Logger.Level.ERROR, "alerts can't be read", e);
    }
  }

  private void take(JsonNode alert) {
    out.accept(alert);
    received.incrementAndGet();
  }

  /** Alert records handed on so far. */
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
