// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.run;

import dev.weir.event.MetricEvent;
import dev.weir.job.AnomalyDetectionTopology;
import dev.weir.job.JobOptions;
import dev.weir.job.batch.DecodedBatch;
import dev.weir.job.batch.EventBatch;
import dev.weir.job.decode.MetricEventSerializer;
import dev.weir.job.sink.ExactlyOnceSinks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/** The detection job with a {@link ForestFunction} instead of the detector. */
final class ForestTopology {

  private ForestTopology() {}

  /**
   * @param cacheFraction see {@link ForestFunction}
   */
  static void addTo(
      StreamExecutionEnvironment environment, JobOptions options, double cacheFraction)
      throws IOException {
    ExactlyOnceSinks sinks =
        new ExactlyOnceSinks(
            options.get(JobOptions.BROKERS),
            options.get(JobOptions.TRANSACTIONAL_ID_PREFIX),
            options.kafkaProperties());
    KafkaRecordSerializationSchema<String> schema =
        KafkaRecordSerializationSchema.<String>builder()
            .setTopic(options.get(JobOptions.ALERTS_TOPIC))
            .setValueSerializationSchema(new SimpleStringSchema(StandardCharsets.UTF_8))
            .build();
    AnomalyDetectionTopology.of(options)
        .addBatchesTo(environment)
        .flatMap(ForestTopology::events)
        .returns(MetricEventSerializer.TYPE)
        .keyBy(MetricEvent::series, Types.STRING)
        .process(new ForestFunction(cacheFraction), Types.STRING)
        .sinkTo(sinks.sink("alerts", schema));
  }

  private static void events(DecodedBatch batch, Collector<MetricEvent> out) {
    EventBatch.Reader events = batch.events().reader();
    while (events.next()) {
      out.collect(events.event());
    }
  }
}
