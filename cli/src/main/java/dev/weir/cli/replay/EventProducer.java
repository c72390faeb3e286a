// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.event.MetricEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Producer of events as JSON records, keyed by series. */
public final class EventProducer implements AutoCloseable {

  private final KafkaProducer<String, byte[]> producer;
  private final String topic;
  private final ObjectMapper json = new ObjectMapper();
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  /**
   * @param brokers host:port, comma-separated
   */
  public EventProducer(String brokers, String topic) {
    this.topic = topic;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", brokers,
                "acks", "all",
                "enable.idempotence", "true",
                "linger.ms", "5",
                "batch.size", String.valueOf(1 << 17),
                "max.block.ms", "10000"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /**
   * Sends an event asynchronously.
   *
   * @throws IOException if an earlier event was not stored
   */
  public void send(MetricEvent event) throws IOException {
    throwFailure();
    producer.send(
        new ProducerRecord<>(topic, event.series(), encode(event)),
        (stored, e) -> {
          if (e != null) {
            failure.compareAndSet(null, e);
          }
        });
  }

  private byte[] encode(MetricEvent event) throws IOException {
    ObjectNode node =
        json.createObjectNode().put("series", event.series()).put("time", event.timeMillis());
    if (event.values().length == 1) {
      node.put("value", event.values()[0]);
    } else {
      node.set("values", json.valueToTree(event.values()));
    }
    return json.writeValueAsBytes(node);
  }

  /**
   * Waits until all events are stored.
   *
   * @throws IOException if an event was not stored
   */
  public void flush() throws IOException {
    producer.flush();
    throwFailure();
  }

  private void throwFailure() throws IOException {
    Exception e = failure.get();
    if (e != null) {
      throw new IOException(
          "an event was not stored: topic=" + topic + ", reason=" + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(10));
  }
}
