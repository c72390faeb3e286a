// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.topic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A topic's committed JSON records. Not thread-safe. */
public final class CommittedRecords implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;
  private final ObjectMapper json = new ObjectMapper();

  /** Where to begin. */
  public enum From {
    /** With the first record that is kept. */
    BEGINNING,
    /** With the next record to come. */
    END
  }

  /**
   * @param brokers host:port, comma-separated
   * @throws IOException where no broker answers or the topic is absent
   */
  public CommittedRecords(String brokers, String topic, From from) throws IOException {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", brokers,
                "isolation.level", "read_committed",
                "enable.auto.commit", "false",
                "default.api.timeout.ms", "10000"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    try {
      partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      seek(from);
    } catch (KafkaException e) {
      consumer.close();
      throw new IOException(
          "topic="
              + topic
              + " can't be read at "
              + brokers
              + ": "
              + e.getMessage()
              + "; name yours with --brokers host:port",
          e);
    }
    if (partitions.isEmpty()) {
      throw new IOException("there is no such topic: topic=" + topic + ", brokers=" + brokers);
    }
  }

  private void seek(From from) {
    consumer.assign(partitions);
    if (from == From.BEGINNING) {
      consumer.seekToBeginning(partitions);
    } else {
      consumer.seekToEnd(partitions);
      partitions.forEach(consumer::position);
    }
  }

  /** Waits a moment for records and hands on those that came; returns how many. */
  public int poll(Consumer<JsonNode> out) throws IOException {
    int count = 0;
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
      out.accept(json.readTree(record.value()));
      count++;
    }
    return count;
  }

  /** Hands on all that is committed by now, then returns. */
  public void readToEnd(Consumer<JsonNode> out) throws IOException {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      poll(out);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
