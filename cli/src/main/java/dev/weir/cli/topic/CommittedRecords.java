// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.topic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Consumer of the committed alerts or scores of a topic. Skips and reports records of other
 * programs: those that are not a JSON object with a series. Not thread-safe.
 */
public final class CommittedRecords implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;
  private final ObjectMapper json = new ObjectMapper();
  private final Consumer<String> skipped;

  /** Where reading starts. */
  public enum From {
    /** At the first record of the topic. */
    BEGINNING,
    /** After the last record at the start. */
    END
  }

  /**
   * @param brokers host:port, comma-separated
   * @param skipped receives a line about each record that is skipped
   * @throws IOException if no broker answers or the topic does not exist
   */
  public CommittedRecords(String brokers, String topic, From from, Consumer<String> skipped)
      throws IOException {
    this.skipped = skipped;
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
          "can't read the topic; choose the broker with --brokers host:port: topic="
              + topic
              + ", brokers="
              + brokers
              + ", reason="
              + e.getMessage(),
          e);
    }
    if (partitions.isEmpty()) {
      throw new IOException("the topic does not exist: topic=" + topic + ", brokers=" + brokers);
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

  /** Waits up to 200 ms for records and passes them on. */
  public void poll(Consumer<JsonNode> out) {
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
      read(record).ifPresentOrElse(out, () -> skip(record));
    }
  }

  private Optional<JsonNode> read(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      return Optional.empty();
    }
    try {
      JsonNode object = json.readTree(record.value());
      return Optional.of(object).filter(node -> node.path("series").isTextual());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private void skip(ConsumerRecord<byte[], byte[]> record) {
    skipped.accept(
        "skipped a record that is not an alert or a score of Weir: topic="
            + record.topic()
            + ", partition="
            + record.partition()
            + ", offset="
            + record.offset());
  }

  /** Passes on all records that are committed now. */
  public void readToEnd(Consumer<JsonNode> out) {
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
