package dev.weir.job.source;

import java.util.List;
import java.util.Properties;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;

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
   * @param schema makes elements of records
   */
  public <T> KafkaSource<T> between(
      StartAt startAt, StopAt stopAt, KafkaRecordDeserializationSchema<T> schema) {
    KafkaSourceBuilder<T> source =
        KafkaSource.<T>builder()
            .setProperties(properties)
            .setBootstrapServers(brokers)
            .setGroupId(groupId)
            .setTopics(topics)
            .setStartingOffsets(startAt.offsets())
            .setDeserializer(schema);
    stopAt.initializer().ifPresent(source::setBounded);
    return source.build();
  }
}
