// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.sink;

import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;

/**
 * Factory of Kafka sinks whose records are committed with the checkpoint that contains them.
 *
 * @param brokers Kafka brokers
 * @param transactionalIdPrefix prefix of the transactional ids of all sinks
 * @param properties further properties of the producers
 */
public record ExactlyOnceSinks(
    String brokers, String transactionalIdPrefix, Properties properties) {

  /**
   * Default timeout of transactions: the brokers' default maximum, above which the job can't start.
   * The records of a transaction are lost if it can't be committed in time.
   */
  public static final int TRANSACTION_TIMEOUT_MILLIS = 900_000;

  /**
   * Batches records, since a request per record costs more than its detection. It doesn't delay
   * readers: they see records only after the next checkpoint, which sends all of them.
   */
  private static final String LINGER_MILLIS = "100";

  /**
   * The size that a record and its batch must not exceed, bytes: {@code max.request.size} of the
   * producers.
   */
  public int maxRequestBytes() {
    String name = ProducerConfig.MAX_REQUEST_SIZE_CONFIG;
    Object size =
        properties.getOrDefault(name, ProducerConfig.configDef().defaultValues().get(name));
    return (int) ConfigDef.parseType(name, size, ConfigDef.Type.INT);
  }

  /**
   * Creates a sink with its own transactions.
   *
   * @param name appended to the prefix of the transactional ids
   */
  public <T> KafkaSink<T> sink(String name, KafkaRecordSerializationSchema<T> schema) {
    Properties producer = new Properties();
    producer.setProperty(
        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, Integer.toString(TRANSACTION_TIMEOUT_MILLIS));
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
