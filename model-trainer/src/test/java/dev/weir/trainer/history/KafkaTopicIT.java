// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.event.EventFormat;
import dev.weir.sandbox.broker.EmbeddedBroker;
import dev.weir.sandbox.junit.BrokerExtension;
import dev.weir.series.RecordedSeries;
import dev.weir.series.ReorderConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reads from a real broker, with transactions and several partitions. */
@ExtendWith(BrokerExtension.class)
class KafkaTopicIT {

  private static final long START = 1_767_225_600_000L;
  private static final int SERIES = 5;
  private static final int POINTS = 400;
  private static final int PARTITIONS = 3;

  private static String address = "";

  @BeforeAll
  static void fill(EmbeddedBroker broker) throws Exception {
    address = broker.address();
    write();
    awaitCommitMarkers();
  }

  /** Waits for the commit markers: they are written to the partitions after the commit returns. */
  private static void awaitCommitMarkers() {
    Map<String, Object> committed =
        Map.of("bootstrap.servers", address, "isolation.level", "read_committed");
    Map<String, Object> all = Map.of("bootstrap.servers", address);
    Awaitility.await().until(() -> ends(committed).equals(ends(all)));
  }

  private static Map<TopicPartition, Long> ends(Map<String, Object> client) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      return consumer.endOffsets(
          IntStream.range(0, PARTITIONS).mapToObj(p -> new TopicPartition("metrics", p)).toList());
    }
  }

  /**
   * Writes points a minute apart with the point's time as the record's timestamp, and aborts one
   * transaction.
   */
  private static void write() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
      admin.createTopics(List.of(new NewTopic("metrics", PARTITIONS, (short) 1))).all().get();
      admin.createTopics(List.of(new NewTopic("empty", 1, (short) 1))).all().get();
    }
    Map<String, Object> client = Map.of("bootstrap.servers", address, "transactional.id", "writer");
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      send(producer, "aborted", 0);
      producer.flush();
      producer.abortTransaction();
      producer.beginTransaction();
      for (int t = 0; t < POINTS; t++) {
        for (int series = 0; series < SERIES; series++) {
          send(producer, "s" + series, t);
        }
      }
      producer.commitTransaction();
    }
  }

  private static void send(KafkaProducer<String, String> producer, String series, int t) {
    long time = START + t * 60_000L;
    String json = "{\"series\":\"" + series + "\",\"time\":" + time + ",\"value\":" + t + "}";
    producer.send(new ProducerRecord<>("metrics", null, time, series, json));
  }

  private static History read(String topic, int fromMinute, int toMinute) {
    return new KafkaTopic(
            new TopicSpan(
                topic,
                EventFormat.JSON,
                Instant.ofEpochMilli(START + fromMinute * 60_000L),
                Instant.ofEpochMilli(START + toMinute * 60_000L),
                ReorderConfig.DEFAULT,
                Duration.ofSeconds(20),
                Map.of("bootstrap.servers", address)))
        .read();
  }

  @Test
  void read_wholeTopic_givesEveryCommittedPoint() {
    History history = read("metrics", 0, 10_000);
    assertThat(history.series())
        .extracting(RecordedSeries::name)
        .containsExactly("s0", "s1", "s2", "s3", "s4");
    assertThat(history.counts()).isEqualTo(new HistoryCounts((long) SERIES * POINTS, 0, 0, 0));
  }

  @Test
  void read_betweenTwoTimes_givesThatSpan() {
    History history = read("metrics", 100, 150);
    assertThat(history.counts().kept()).isEqualTo(SERIES * 50);
    assertThat(history.series().get(2).values()[0][0]).isEqualTo(100);
  }

  @Test
  void read_noRecords_isRejectedByTheFilter() {
    assertThat(read("metrics", 5_000, 6_000).series()).isEmpty();
    assertThatThrownBy(() -> TrainableHistory.of(read("empty", 0, 10)))
        .isInstanceOf(UntrainableException.class)
        .hasMessageContaining("kafka topic empty");
  }
}
