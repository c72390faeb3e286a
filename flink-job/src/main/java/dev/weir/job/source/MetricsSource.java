// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.source;

import java.util.List;
import java.util.Properties;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The Kafka topics that the job reads, without records of aborted transactions.
 *
 * @param brokers Kafka brokers
 * @param groupId consumer group
 * @param topics topics, at least one
 * @param properties further properties of the consumers, which override the defaults
 */
public record MetricsSource(
    String brokers, String groupId, List<String> topics, Properties properties) {

  /**
   * Creates Flink's source of these topics.
   *
   * @param startAt where to start without a checkpoint
   * @param stopAt where to stop
   */
  public KafkaSource<ConsumerRecord<byte[], byte[]>> between(StartAt startAt, StopAt stopAt) {
    KafkaSourceBuilder<ConsumerRecord<byte[], byte[]>> source =
        KafkaSource.<ConsumerRecord<byte[], byte[]>>builder()
            .setProperties(consumerProperties())
            .setBootstrapServers(brokers)
            .setGroupId(groupId)
            .setTopics(topics)
            .setStartingOffsets(startAt.offsets())
            .setDeserializer(new RecordPassThrough());
    stopAt.initializer().ifPresent(source::setBounded);
    return source.build();
  }

  /** By default, records of aborted transactions are not read. */
  Properties consumerProperties() {
    Properties consumer = new Properties();
    consumer.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    consumer.putAll(properties);
    return consumer;
  }
}
