// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.load;

import dev.weir.cli.topic.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Producer that fills a topic before a cell runs. */
public final class TopicFiller {

  /** Partitions of every topic. */
  public static final int PARTITIONS = 2;

  private static final int LINGER_MILLIS = 20;

  private TopicFiller() {}

  /**
   * Creates a topic with the same number of events in each partition.
   *
   * @param source its number of series is a multiple of {@link #PARTITIONS}
   * @param events a multiple of the number of series
   */
  public static void fill(String brokers, String topic, SyntheticEvents source, long events)
      throws IOException {
    create(brokers, topic);
    AtomicReference<Exception> failure = new AtomicReference<>();
    try (KafkaProducer<byte[], byte[]> producer = producer(brokers, LINGER_MILLIS)) {
      for (long number = 0; number < events; number++) {
        producer.send(
            record(source, topic, number, source.json(number)),
            (at, e) -> failure.compareAndSet(null, e));
      }
    }
    if (failure.get() != null) {
      throw new IOException("can't fill the topic: topic=" + topic, failure.get());
    }
  }

  /** Creates a topic if it does not exist. */
  public static void create(String brokers, String topic) throws IOException {
    try (Topics topics = new Topics(brokers)) {
      topics.create(List.of(topic), PARTITIONS);
    }
  }

  static KafkaProducer<byte[], byte[]> producer(String brokers, int lingerMillis) {
    return new KafkaProducer<>(
        Map.of(
            "bootstrap.servers",
            brokers,
            "linger.ms",
            lingerMillis,
            "batch.size",
            256 * 1024,
            "buffer.memory",
            128L << 20),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  /**
   * The record of an event, in the partition of its series.
   *
   * @param value the event as JSON
   */
  static ProducerRecord<byte[], byte[]> record(
      SyntheticEvents source, String topic, long number, byte[] value) {
    int key = source.key(number);
    return new ProducerRecord<>(
        topic,
        key % PARTITIONS,
        SyntheticEvents.series(key).getBytes(StandardCharsets.ISO_8859_1),
        value);
  }
}
