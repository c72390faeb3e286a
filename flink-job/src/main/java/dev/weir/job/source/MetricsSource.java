package dev.weir.job.source;

import java.util.List;
import java.util.Properties;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What is read.
 *
 * @param brokers Kafka brokers
 * @param groupId consumer group
 * @param topics topics, at least one
 * @param properties what goes to the consumers besides
 */
public record MetricsSource(
    String brokers, String groupId, List<String> topics, Properties properties) {

  /**
   * The source.
   *
   * @param startAt where it begins without a checkpoint
   * @param stopAt where it ends
   */
  public KafkaSource<ConsumerRecord<byte[], byte[]>> between(StartAt startAt, StopAt stopAt) {
    KafkaSourceBuilder<ConsumerRecord<byte[], byte[]>> source =
        KafkaSource.<ConsumerRecord<byte[], byte[]>>builder()
            .setProperties(properties)
            .setBootstrapServers(brokers)
            .setGroupId(groupId)
            .setTopics(topics)
            .setStartingOffsets(startAt.offsets())
            .setDeserializer(new WholeRecord());
    stopAt.initializer().ifPresent(source::setBounded);
    return source.build();
  }
}
