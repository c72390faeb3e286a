package dev.weir.benchmarks.pipeline;

import dev.weir.job.JobOptions;
import dev.weir.job.alert.ExactlyOnce;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job with forests in the detectors' place. */
final class ForestTopology {

  private ForestTopology() {}

  /**
   * @param cacheFraction see {@link ForestFunction}
   */
  static void addTo(
      StreamExecutionEnvironment environment, JobOptions options, double cacheFraction) {
    ExactlyOnce sinks =
        new ExactlyOnce(
            options.get(JobOptions.BROKERS),
            options.get(JobOptions.TRANSACTIONAL_ID_PREFIX),
            options.kafkaProperties());
    KafkaRecordSerializationSchema<String> schema =
        KafkaRecordSerializationSchema.<String>builder()
            .setTopic(options.get(JobOptions.ALERTS_TOPIC))
            .setValueSerializationSchema(new SimpleStringSchema(StandardCharsets.UTF_8))
            .build();
    KeyedEvents.of(environment, options)
        .process(new ForestFunction(cacheFraction), Types.STRING)
        .sinkTo(sinks.sink("alerts", schema));
  }
}
