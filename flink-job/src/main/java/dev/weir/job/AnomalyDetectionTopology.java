package dev.weir.job;

import dev.weir.artifact.ModelArtifact;
import dev.weir.event.MetricEvent;
import dev.weir.job.batch.BatchSource;
import dev.weir.job.batch.DecodedBatch;
import dev.weir.job.batch.DecodedBatchSerializer;
import dev.weir.job.batch.EventBatch;
import dev.weir.job.batch.EventBatchOperator;
import dev.weir.job.decode.MalformedRecord;
import dev.weir.job.detect.DetectFunction;
import dev.weir.job.detect.DetectOperator;
import dev.weir.job.detect.DetectSettings;
import dev.weir.job.detect.ScoredEvent;
import dev.weir.job.detect.ShippedModel;
import dev.weir.job.sink.AlertSchema;
import dev.weir.job.sink.DeadLetterSchema;
import dev.weir.job.sink.ExactlyOnce;
import dev.weir.job.sink.LateSchema;
import dev.weir.job.sink.ScoreSchema;
import dev.weir.job.source.MetricsSource;
import dev.weir.job.source.StopAt;
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
 * The job's graph: metrics -> decode -> by series -> detect -> alerts; beside it dead letters, late
 * points and, where wanted, every score.
 *
 * <p>Each operator has a uid, which ties its state to it across versions: uids never change.
 */
public final class AnomalyDetectionTopology {

  private final JobOptions options;
  private final ShippedModel shipped;
  private final ModelArtifact model;
  private final ExactlyOnce sinks;

  private AnomalyDetectionTopology(JobOptions options, ShippedModel shipped) throws IOException {
    this.options = options;
    this.shipped = shipped;
    this.model = shipped.read();
    this.sinks =
        new ExactlyOnce(
            options.get(JobOptions.BROKERS),
            options.get(JobOptions.TRANSACTIONAL_ID_PREFIX),
            options.kafkaProperties());
  }

  /**
   * Loads the model that the options name.
   *
   * @throws IllegalArgumentException where they name none
   * @throws IOException where there is none, or none that can be trusted
   */
  public static AnomalyDetectionTopology of(JobOptions options) throws IOException {
    String location =
        options
            .find(JobOptions.MODEL)
            .orElseThrow(() -> new IllegalArgumentException("--model is required"));
    return new AnomalyDetectionTopology(options, ShippedModel.load(location));
  }

  /** The model that the job will run. */
  public ModelArtifact model() {
    return model;
  }

  /** Adds the job to an environment, which runs it when it is told to execute. */
  public void addTo(StreamExecutionEnvironment environment) {
    SingleOutputStreamOperator<EventBatch> events = addEventsTo(environment);
    SingleOutputStreamOperator<ScoredEvent> alerts = detect(events);

    tellAlerts(alerts);
    tellScores(alerts.getSideOutput(DetectFunction.SCORES));
    tellLate(alerts.getSideOutput(DetectFunction.LATE));
    tellMalformed(events.getSideOutput(EventBatchOperator.MALFORMED));
  }

  /**
   * Configures an environment and adds the job's first part, for who measures what follows: the
   * events, with malformed records beside them.
   */
  public SingleOutputStreamOperator<EventBatch> addEventsTo(
      StreamExecutionEnvironment environment) {
    return EventBatchOperator.behind(addBatchesTo(environment));
  }

  /** As {@link #addEventsTo}, before they are parted by subtask. */
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

  /** The points to alert of; beside them every point where scores are wanted, and late ones. */
  public SingleOutputStreamOperator<ScoredEvent> detect(DataStream<EventBatch> events) {
    return DetectOperator.behind(events, new DetectFunction(shipped, settings()));
  }

  private DetectSettings settings() {
    return new DetectSettings(
        new DetectSettings.Order(
            options.get(JobOptions.TIME_POLICY),
            options.get(JobOptions.REORDER).toMillis(),
            options.get(JobOptions.IDLENESS).toMillis()),
        new DetectSettings.Judgement(
            options.get(JobOptions.ALERTS_PER_DAY),
            options.get(JobOptions.WARM_UP_POINTS),
            options.get(JobOptions.QUIET_POINTS)),
        options.find(JobOptions.SCORES_TOPIC).isPresent(),
        options.get(JobOptions.SERIES_ON_HEAP));
  }

  /** Publishes alerts, exactly once. */
  public void tellAlerts(DataStream<ScoredEvent> alerts) {
    AlertSchema schema = new AlertSchema(options.get(JobOptions.ALERTS_TOPIC), model.features());
    alerts.sinkTo(sinks.sink("alerts", schema)).name("alerts").uid("alerts");
  }

  private void tellScores(DataStream<ScoredEvent> scores) {
    Optional<String> topic = options.find(JobOptions.SCORES_TOPIC);
    topic.ifPresent(
        name ->
            scores
                .sinkTo(sinks.sink("scores", new ScoreSchema(name)))
                .name("scores")
                .uid("scores"));
  }

  private void tellLate(DataStream<MetricEvent> late) {
    LateSchema schema = new LateSchema(options.get(JobOptions.LATE_TOPIC));
    late.sinkTo(sinks.sink("late", schema)).name("late").uid("late");
  }

  private void tellMalformed(DataStream<MalformedRecord> malformed) {
    DeadLetterSchema schema = new DeadLetterSchema(options.get(JobOptions.DEAD_LETTER_TOPIC));
    malformed.sinkTo(sinks.sink("dead-letters", schema)).name("dead-letters").uid("dead-letters");
  }
}
