package dev.weir.benchmarks.pipeline;

import dev.weir.event.EventFormat;
import dev.weir.event.MetricEvent;
import dev.weir.job.JobOptions;
import dev.weir.job.decode.DecodeFunction;
import dev.weir.job.decode.DecodedRecord;
import dev.weir.job.decode.DecodingSchema;
import dev.weir.job.decode.MetricEventSerializer;
import dev.weir.job.source.MetricsSource;
import dev.weir.job.source.StopAt;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job's graph up to its detector, of the job's own parts and settings. */
final class KeyedEvents {

  private KeyedEvents() {}

  static KeyedStream<MetricEvent, String> of(
      StreamExecutionEnvironment environment, JobOptions options) {
    return unkeyed(environment, options).keyBy(MetricEvent::series, Types.STRING);
  }

  static DataStream<MetricEvent> unkeyed(
      StreamExecutionEnvironment environment, JobOptions options) {
    environment.configure(configuration(options));
    environment.setMaxParallelism(options.get(JobOptions.MAX_PARALLELISM));
    WatermarkStrategy<DecodedRecord> watermarks =
        WatermarkStrategy.<DecodedRecord>forBoundedOutOfOrderness(
                options.get(JobOptions.OUT_OF_ORDERNESS))
            .withTimestampAssigner((decoded, kafkaTimestamp) -> decoded.eventTimeMillis())
            .withIdleness(options.get(JobOptions.IDLENESS));
    return environment
        .fromSource(
            source(options)
                .between(
                    options.get(JobOptions.START_AT),
                    StopAt.parse(options.get(JobOptions.STOP_AT)),
                    new DecodingSchema(EventFormat.JSON, 1)),
            watermarks,
            "metrics")
        .process(new DecodeFunction(), MetricEventSerializer.TYPE);
  }

  private static Configuration configuration(JobOptions options) {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    configuration.set(
        CheckpointingOptions.CHECKPOINTING_INTERVAL, options.get(JobOptions.CHECKPOINT_INTERVAL));
    configuration.set(
        CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
    return configuration;
  }

  private static MetricsSource source(JobOptions options) {
    return new MetricsSource(
        options.get(JobOptions.BROKERS),
        options.get(JobOptions.GROUP_ID),
        List.of(options.get(JobOptions.INPUT_TOPICS)),
        options.kafkaProperties());
  }
}
