// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.pipeline;

import dev.weir.job.AnomalyDetectionTopology;
import dev.weir.job.JobOptions;
import dev.weir.job.detect.DetectOperator;
import dev.weir.job.detect.ScoredEvent;
import java.io.IOException;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job with a probe behind its detector, where its scores would be published. */
final class LatencyTopology {

  private LatencyTopology() {}

  static void addTo(StreamExecutionEnvironment environment, JobOptions options) throws IOException {
    AnomalyDetectionTopology job =
        AnomalyDetectionTopology.of(options.with(JobOptions.SCORES_TOPIC, "probed"));
    SingleOutputStreamOperator<ScoredEvent> alerts = job.detect(job.addEventsTo(environment));
    job.addAlertSink(alerts);
    alerts.getSideOutput(DetectOperator.SCORES).sinkTo(new LatencyProbe());
  }
}
