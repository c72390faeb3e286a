// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.event.MetricEvent;
import dev.weir.job.JobOptions;
import dev.weir.sandbox.broker.EmbeddedBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The topics of one test, with methods to write and read them. */
public final class JobTopics {

  private static final int PARTITIONS = 2;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final EmbeddedBroker broker;
  private final String prefix;

  private JobTopics(EmbeddedBroker broker, String prefix) {
    this.broker = broker;
    this.prefix = prefix;
  }

  /**
   * Creates the topics {@code PREFIX-metrics}, {@code PREFIX-alerts} and so on. The input accepts
   * records of any timestamp, as every topic did before Kafka 4.
   */
  public static JobTopics create(EmbeddedBroker broker, String prefix) throws Exception {
    JobTopics topics = new JobTopics(broker, prefix);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
      List<NewTopic> wanted =
          Stream.of("metrics", "alerts", "scores", "dead", "late")
              .map(name -> new NewTopic(topics.name(name), PARTITIONS, (short) 1))
              .toList();
      wanted.get(0).configs(Map.of("message.timestamp.after.max.ms", "" + Long.MAX_VALUE));
      admin.createTopics(wanted).all().get();
      List<String> names = wanted.stream().map(NewTopic::name).toList();
      Awaitility.await("leaders").ignoreExceptions().until(() -> haveLeaders(admin, names));
    }
    return topics;
  }

  /** A topic exists before its partitions have leaders. */
  private static boolean haveLeaders(Admin admin, List<String> names) throws Exception {
    return admin.describeTopics(names).allTopicNames().get().values().stream()
        .flatMap(topic -> topic.partitions().stream())
        .allMatch(partition -> partition.leader() != null && !partition.leader().isEmpty());
  }

  private String name(String topic) {
    return prefix + "-" + topic;
  }

  /** Options of a job that uses these topics and checkpoints every half second. */
  public JobOptions options(Path model) {
    return JobOptions.DEFAULT
        .with(JobOptions.MODEL, model.toString())
        .with(JobOptions.BROKERS, broker.address())
        .with(JobOptions.GROUP_ID, prefix)
        .with(JobOptions.JOB_NAME, prefix)
        .with(JobOptions.TRANSACTIONAL_ID_PREFIX, prefix)
        .with(JobOptions.INPUT_TOPICS, name("metrics"))
        .with(JobOptions.ALERTS_TOPIC, name("alerts"))
        .with(JobOptions.SCORES_TOPIC, name("scores"))
        .with(JobOptions.DEAD_LETTER_TOPIC, name("dead"))
        .with(JobOptions.LATE_TOPIC, name("late"))
        .with(JobOptions.PARALLELISM, PARTITIONS)
        .with(JobOptions.CHECKPOINT_INTERVAL, Duration.ofMillis(500));
  }

  /** Sends events as JSON, in this order, keyed by series. */
  public void send(List<MetricEvent> events) {
    sendAll(events.stream().map(this::record).toList());
  }

  /** Sends one record of any kind. */
  public void send(@Nullable String key, @Nullable String value) {
    sendAll(List.of(new ProducerRecord<>(name("metrics"), bytes(key), bytes(value))));
  }

  /** Sends one record without key and with this timestamp. */
  public void send(long timestampMillis, String value) {
    sendAll(
        List.of(new ProducerRecord<>(name("metrics"), null, timestampMillis, null, bytes(value))));
  }

  /** Sends events in a transaction and aborts it. */
  public void sendAborted(List<MetricEvent> events) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.address(), "transactional.id", name("aborted")),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      events.stream().map(this::record).forEach(producer::send);
      producer.flush();
      producer.abortTransaction();
    }
  }

  private static byte @Nullable [] bytes(@Nullable String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }

  private ProducerRecord<byte[], byte[]> record(MetricEvent event) {
    String json =
        "{\"series\":\"%s\",\"time\":%d,\"value\":%s}"
            .formatted(event.series(), event.timeMillis(), event.values()[0]);
    return new ProducerRecord<>(name("metrics"), bytes(event.series()), bytes(json));
  }

  private void sendAll(List<ProducerRecord<byte[], byte[]>> records) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.address(), "linger.ms", 5),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      List<Future<RecordMetadata>> sent = records.stream().map(producer::send).toList();
      producer.flush();
      for (Future<RecordMetadata> record : sent) {
        record.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError("the broker rejected a record", e);
    }
  }

  /** Reads all committed records of a topic. */
  public List<ConsumerRecord<byte[], byte[]>> committed(String topic) {
    List<TopicPartition> partitions =
        Stream.iterate(0, i -> i + 1)
            .limit(PARTITIONS)
            .map(i -> new TopicPartition(name(topic), i))
            .toList();
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker.address(), "isolation.level", "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
    }
    return records;
  }

  /** Reads all committed records of a topic as JSON. */
  public List<JsonNode> committedJson(String topic) {
    return committed(topic).stream().map(JobTopics::json).toList();
  }

  private static JsonNode json(ConsumerRecord<byte[], byte[]> record) {
    try {
      return JSON.readTree(record.value());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
