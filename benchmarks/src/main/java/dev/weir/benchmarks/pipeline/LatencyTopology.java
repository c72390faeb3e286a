package dev.weir.benchmarks.pipeline;

import dev.weir.job.JobOptions;
import dev.weir.job.alert.AlertSchema;
import dev.weir.job.alert.ExactlyOnce;
import dev.weir.job.detect.DetectFunction;
import dev.weir.job.detect.DetectOperator;
import dev.weir.job.detect.DetectSettings;
import dev.weir.job.detect.ScoredPoint;
import dev.weir.job.detect.ShippedModel;
import java.io.IOException;
import java.util.List;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job with a probe behind its detector. */
final class LatencyTopology {

  private LatencyTopology() {}

  static void addTo(StreamExecutionEnvironment environment, JobOptions options) throws IOException {
    ShippedModel model = ShippedModel.load(options.get(JobOptions.MODEL));
    ExactlyOnce sinks =
        new ExactlyOnce(
            options.get(JobOptions.BROKERS),
            options.get(JobOptions.TRANSACTIONAL_ID_PREFIX),
            options.kafkaProperties());
    SingleOutputStreamOperator<ScoredPoint> alerts =
        DetectOperator.behind(
            KeyedEvents.unkeyed(environment, options),
            new DetectFunction(model, settings(options)));
    AlertSchema schema = new AlertSchema(options.get(JobOptions.ALERTS_TOPIC), List.of("value"));
    alerts.sinkTo(sinks.sink("alerts", schema));
    alerts.getSideOutput(DetectFunction.SCORES).sinkTo(new LatencyProbe());
  }

  private static DetectSettings settings(JobOptions options) {
    return new DetectSettings(
        new DetectSettings.Order(
            options.get(JobOptions.TIME_POLICY),
            options.get(JobOptions.REORDER).toMillis(),
            options.get(JobOptions.IDLENESS).toMillis()),
        new DetectSettings.Judgement(
            options.get(JobOptions.ALERTS_PER_DAY),
            options.get(JobOptions.WARM_UP_POINTS),
            options.get(JobOptions.QUIET_POINTS)),
        true);
  }
}
