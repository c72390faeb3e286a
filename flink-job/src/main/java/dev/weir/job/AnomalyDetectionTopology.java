// SPDX-License-Identifier: Apache-2.0
package dev.weir.job;

import dev.weir.artifact.ModelArtifact;
import dev.weir.event.MetricEvent;
import dev.weir.job.batch.BatchSource;
import dev.weir.job.batch.DecodedBatch;
import dev.weir.job.batch.DecodedBatchSerializer;
import dev.weir.job.batch.EventBatch;
import dev.weir.job.batch.EventBatchOperator;
import dev.weir.job.decode.MalformedRecord;
import dev.weir.job.detect.DetectOperator;
import dev.weir.job.detect.DetectSettings;
import dev.weir.job.detect.ScoredEvent;
import dev.weir.job.detect.SubmittedModel;
import dev.weir.job.sink.AlertSchema;
import dev.weir.job.sink.DeadLetterSchema;
import dev.weir.job.sink.ExactlyOnceSinks;
import dev.weir.job.sink.LateSchema;
import dev.weir.job.sink.ScoreSchema;
import dev.weir.job.source.MetricsSource;
import dev.weir.job.source.StopAt;
import dev.weir.job.store.RocksDbSettings;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The job graph: metrics -> decode -> by series -> detect -> alerts, with sinks for dead letters,
 * late points and, if a topic is given, scores.
 *
 * <p>Each operator has a uid, by which a checkpoint assigns its state. Uids must not change.
 */
public final class AnomalyDetectionTopology {

  private final JobOptions options;
  private final SubmittedModel submittedModel;
  private final ModelArtifact model;
  private final ExactlyOnceSinks sinks;

  private AnomalyDetectionTopology(JobOptions options, SubmittedModel submittedModel)
      throws IOException {
    this.options = options;
    this.submittedModel = submittedModel;
    this.model = submittedModel.read();
    this.sinks =
        new ExactlyOnceSinks(
            options.get(JobOptions.BROKERS),
            options.get(JobOptions.TRANSACTIONAL_ID_PREFIX),
            options.kafkaProperties());
  }

  /**
   * Creates the job graph and loads its model.
   *
   * @throws IllegalArgumentException if the options have no model
   * @throws IOException if there is no artifact, or if it is invalid
   */
  public static AnomalyDetectionTopology of(JobOptions options) throws IOException {
    String location =
        options
            .find(JobOptions.MODEL)
            .orElseThrow(() -> new IllegalArgumentException("--model is required"));
    return new AnomalyDetectionTopology(options, SubmittedModel.load(location));
  }

  /** The model of the job. */
  public ModelArtifact model() {
    return model;
  }

  /** Adds the job to an environment. */
  public void addTo(StreamExecutionEnvironment environment) {
    SingleOutputStreamOperator<EventBatch> events = addEventsTo(environment);
    SingleOutputStreamOperator<ScoredEvent> alerts = detect(events);

    addAlertSink(alerts);
    addScoreSink(alerts.getSideOutput(DetectOperator.SCORES));
    addLateSink(alerts.getSideOutput(DetectOperator.LATE));
    addDeadLetterSink(events.getSideOutput(EventBatchOperator.MALFORMED));
  }

  /**
   * Configures an environment and adds the stages up to the event batches. Public for benchmarks,
   * which replace the stages that follow.
   */
  public SingleOutputStreamOperator<EventBatch> addEventsTo(
      StreamExecutionEnvironment environment) {
    return EventBatchOperator.addTo(addBatchesTo(environment));
  }

  /** Configures an environment and adds the stages up to the decoded batches. */
  public DataStream<DecodedBatch> addBatchesTo(StreamExecutionEnvironment environment) {
    configure(environment);
    return read(environment);
  }

  private void configure(StreamExecutionEnvironment environment) {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.NAME, options.get(JobOptions.JOB_NAME));
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    configuration.set(
        CheckpointingOptions.CHECKPOINTING_INTERVAL, options.get(JobOptions.CHECKPOINT_INTERVAL));
    configuration.set(
        CheckpointingOptions.CHECKPOINTING_TIMEOUT, options.get(JobOptions.CHECKPOINT_TIMEOUT));
    configuration.set(
        CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
    RocksDbSettings.addTo(configuration, environment.getConfiguration());
    environment.configure(configuration);
    environment.setMaxParallelism(options.get(JobOptions.MAX_PARALLELISM));
    options.find(JobOptions.PARALLELISM).ifPresent(environment::setParallelism);
  }

  private DataStream<DecodedBatch> read(StreamExecutionEnvironment environment) {
    KafkaSource<ConsumerRecord<byte[], byte[]>> records =
        source()
            .between(
                options.get(JobOptions.START_AT), StopAt.parse(options.get(JobOptions.STOP_AT)));
    WatermarkStrategy<DecodedBatch> watermarks =
        WatermarkStrategy.<DecodedBatch>forBoundedOutOfOrderness(
                options.get(JobOptions.OUT_OF_ORDERNESS))
            .withTimestampAssigner((batch, kafkaTimestamp) -> batch.newestMillis())
            .withIdleness(options.get(JobOptions.IDLENESS));
    return environment
        .fromSource(
            new BatchSource(
                records, options.get(JobOptions.FORMAT), model.architecture().features()),
            watermarks,
            "metrics",
            DecodedBatchSerializer.TYPE)
        .uid("metrics");
  }

  private MetricsSource source() {
    return new MetricsSource(
        options.get(JobOptions.BROKERS),
        options.get(JobOptions.GROUP_ID),
        List.of(options.get(JobOptions.INPUT_TOPICS).split(",", -1)),
        options.kafkaProperties());
  }

  /** Adds the detect operator: points with alerts, scores and late points in side outputs. */
  public SingleOutputStreamOperator<ScoredEvent> detect(DataStream<EventBatch> events) {
    return DetectOperator.addTo(events, submittedModel, settings());
  }

  private DetectSettings settings() {
    return new DetectSettings(
        new DetectSettings.Order(
            options.get(JobOptions.DUPLICATES),
            options.get(JobOptions.REORDER).toMillis(),
            options.get(JobOptions.IDLENESS).toMillis()),
        new DetectSettings.Scoring(
            options.get(JobOptions.ALERTS_PER_DAY),
            options.get(JobOptions.WARM_UP_POINTS),
            options.get(JobOptions.QUIET_POINTS)),
        options.find(JobOptions.SCORES_TOPIC).isPresent(),
        options.get(JobOptions.HEAP_CACHE_SERIES));
  }

  /** Adds the sink of alerts. */
  public void addAlertSink(DataStream<ScoredEvent> alerts) {
    AlertSchema schema = new AlertSchema(options.get(JobOptions.ALERTS_TOPIC), model.features());
    alerts.sinkTo(sinks.sink("alerts", schema)).name("alerts").uid("alerts");
  }

  private void addScoreSink(DataStream<ScoredEvent> scores) {
    Optional<String> topic = options.find(JobOptions.SCORES_TOPIC);
    topic.ifPresent(
        name ->
            scores
                .sinkTo(sinks.sink("scores", new ScoreSchema(name)))
                .name("scores")
                .uid("scores"));
  }

  private void addLateSink(DataStream<MetricEvent> late) {
    LateSchema schema = new LateSchema(options.get(JobOptions.LATE_TOPIC));
    late.sinkTo(sinks.sink("late", schema)).name("late").uid("late");
  }

  private void addDeadLetterSink(DataStream<MalformedRecord> malformed) {
    DeadLetterSchema schema =
        new DeadLetterSchema(options.get(JobOptions.DEAD_LETTER_TOPIC), sinks.maxRequestBytes());
    malformed.sinkTo(sinks.sink("dead-letters", schema)).name("dead-letters").uid("dead-letters");
  }
}
