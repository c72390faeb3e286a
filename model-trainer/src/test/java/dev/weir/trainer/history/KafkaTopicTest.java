// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.event.EventFormat;
import dev.weir.series.RecordedSeries;
import dev.weir.series.ReorderConfig;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** Tests with Kafka's in-memory consumer; {@link KafkaTopicIT} reads from a real broker. */
class KafkaTopicTest {

  private static final TopicPartition PARTITION = new TopicPartition("metrics", 0);

  /** In-memory consumer that also finds offsets by timestamp. */
  private static final class Broker extends MockConsumer<byte[], byte[]> {

    private final List<ConsumerRecord<byte[], byte[]>> log = new ArrayList<>();

    Broker() {
      super(AutoOffsetResetStrategy.EARLIEST.name());
      Node node = Node.noNode();
      updatePartitions(
          "metrics",
          List.of(new PartitionInfo("metrics", 0, node, new Node[] {node}, new Node[] {node})));
      updateBeginningOffsets(Map.of(PARTITION, 0L));
    }

    void write(long timeMillis, String value) {
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      log.add(
          new ConsumerRecord<>(
              "metrics",
              0,
              log.size(),
              timeMillis,
              TimestampType.CREATE_TIME,
              0,
              bytes.length,
              new byte[0],
              bytes,
              new RecordHeaders(),
              Optional.empty()));
      updateEndOffsets(Map.of(PARTITION, (long) log.size()));
    }

    void serve() {
      schedulePollTask(() -> log.forEach(this::addFromPosition));
    }

    private void addFromPosition(ConsumerRecord<byte[], byte[]> record) {
      if (record.offset() >= position(PARTITION)) {
        addRecord(record);
      }
    }

    @Override
    public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
        Map<TopicPartition, Long> times) {
      Map<TopicPartition, OffsetAndTimestamp> found = new HashMap<>();
      for (ConsumerRecord<byte[], byte[]> record : log) {
        if (record.timestamp() >= times.get(PARTITION)) {
          found.putIfAbsent(PARTITION, new OffsetAndTimestamp(record.offset(), record.timestamp()));
        }
      }
      return found;
    }
  }

  private static KafkaTopic topic(long from, long to) {
    return new KafkaTopic(
        new TopicSpan(
            "metrics",
            EventFormat.CSV,
            Instant.ofEpochMilli(from),
            Instant.ofEpochMilli(to),
            ReorderConfig.DEFAULT,
            Duration.ofSeconds(5),
            Map.of("bootstrap.servers", "localhost:1")));
  }

  @Test
  void read_betweenTwoTimes_givesRecordsOfTheSpan() {
    Broker broker = new Broker();
    broker.write(100, "a,1000000000000,1");
    broker.write(200, "a,1000000060000,2");
    broker.write(201, "b,1000000060000,7,8");
    broker.write(202, "a,1000000060000,3");
    broker.write(300, "a,1000000120000,4");
    broker.serve();
    History history = topic(150, 300).read(broker);
    assertThat(history.series()).extracting(RecordedSeries::name).containsExactly("a", "b");
    assertThat(history.series().get(0).values()).isDeepEqualTo(new double[][] {{2}});
    assertThat(history.series().get(1).features()).containsExactly("value1", "value2");
    assertThat(history.counts()).isEqualTo(new HistoryCounts(2, 1, 0, 0));
  }

  @Test
  void read_unsortedTimestamps_givesAllRecordsOfTheSpan() {
    Broker broker = new Broker();
    broker.write(200, "a,1000000000000,1");
    broker.write(900, "a,1000000060000,2");
    broker.write(210, "a,1000000120000,3");
    broker.write(100, "a,1000000180000,4");
    broker.write(299, "a,1000000240000,5");
    broker.serve();
    History history = topic(150, 300).read(broker);
    assertThat(history.series().get(0).values()).isDeepEqualTo(new double[][] {{1}, {3}, {5}});
  }

  @Test
  void read_malformedRecords_areCountedWithOneWarning() {
    Broker broker = new Broker();
    broker.write(100, "a,1000000000000,1");
    broker.write(101, "garbage");
    broker.write(102, "a,1000000060000,1,2");
    broker.serve();
    History history = topic(0, 1000).read(broker);
    assertThat(history.counts()).isEqualTo(new HistoryCounts(1, 0, 0, 2));
    assertThat(history.warnings())
        .singleElement()
        .asString()
        .contains("topic=metrics", "partition=0", "offset=1");
  }

  @Test
  void read_absentTopic_isRejectedWithItsName() {
    try (MockConsumer<byte[], byte[]> empty =
        new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name())) {
      assertThatThrownBy(() -> topic(0, 1).read(empty))
          .isInstanceOf(UntrainableException.class)
          .hasMessageContaining("metrics");
    }
  }

  @Test
  void config_emptySpan_isRejected() {
    assertThatThrownBy(() -> topic(5, 5)).hasMessageContaining("from=").hasMessageContaining("to=");
  }
}
