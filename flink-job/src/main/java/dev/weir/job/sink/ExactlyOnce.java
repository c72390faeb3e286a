package dev.weir.job.sink;

import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * Makes sinks whose records are committed with the checkpoint that covers them.
 *
 * @param brokers Kafka brokers
 * @param transactionalIdPrefix prefix of all sinks' transactional ids
 * @param properties what goes to the producers besides
 */
public record ExactlyOnce(String brokers, String transactionalIdPrefix, Properties properties) {

  /**
   * Below the brokers' default maximum of 15 minutes: above it the job would be restarted for ever.
   */
  public static final long TRANSACTION_TIMEOUT_MILLIS = 600_000;

  /**
   * Records wait for others, since a request of its own for each costs more than its detection:
   * readers of what is committed see none before the next checkpoint, and a checkpoint sends all.
   */
  private static final String LINGER_MILLIS = "100";

  /**
   * A sink of its own transactions.
   *
   * @param name ends its transactional ids' prefix
   */
  public <T> KafkaSink<T> sink(String name, KafkaRecordSerializationSchema<T> schema) {
    Properties producer = new Properties();
    producer.setProperty(
        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, Long.toString(TRANSACTION_TIMEOUT_MILLIS));
    producer.setProperty(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
    producer.putAll(properties);
    return KafkaSink.<T>builder()
        .setBootstrapServers(brokers)
        .setKafkaProducerConfig(producer)
        .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
        .setTransactionalIdPrefix(transactionalIdPrefix + "-" + name)
        .setRecordSerializer(schema)
        .build();
  }
}
