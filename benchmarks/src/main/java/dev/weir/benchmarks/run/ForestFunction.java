// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.run;

import com.amazon.randomcutforest.config.Precision;
import com.amazon.randomcutforest.config.TransformMethod;
import com.amazon.randomcutforest.parkservices.ThresholdedRandomCutForest;
import dev.weir.event.MetricEvent;
import dev.weir.job.metrics.JobMetrics;
import java.io.IOException;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Flink function with a Random Cut Forest per series. Emits anomaly grades above 0. */
final class ForestFunction extends KeyedProcessFunction<String, MetricEvent, String> {

  private static final long serialVersionUID = 1L;

  private static final int TREES = 50;
  private static final int SAMPLES = 256;
  private static final int SHINGLE = 8;

  private transient ValueState<ThresholdedRandomCutForest> forests;
  private transient Counter scored;
  private transient Counter alerts;

  private final double cacheFraction;

  /**
   * @param cacheFraction share of the bounding boxes that are cached: 1 is fastest, 0 smallest
   */
  ForestFunction(double cacheFraction) {
    this.cacheFraction = cacheFraction;
  }

  /** A forest with the settings of OpenSearch for one feature. */
  static ThresholdedRandomCutForest newForest(double cacheFraction) {
    return ThresholdedRandomCutForest.builder()
        .dimensions(SHINGLE)
        .shingleSize(SHINGLE)
        .internalShinglingEnabled(true)
        .numberOfTrees(TREES)
        .sampleSize(SAMPLES)
        .precision(Precision.FLOAT_32)
        .parallelExecutionEnabled(false)
        .compact(true)
        .boundingBoxCacheFraction(cacheFraction)
        .transformMethod(TransformMethod.NORMALIZE)
        .alertOnce(true)
        .autoAdjust(true)
        .build();
  }

  @Override
  public void open(OpenContext context) {
    forests =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>(
                    "forest", new ForestSerializer(ForestSerializer.NEWEST_LAYOUT)));
    scored = JobMetrics.counter(getRuntimeContext(), JobMetrics.SCORED);
    alerts = JobMetrics.counter(getRuntimeContext(), JobMetrics.ALERTS_OPENED);
  }

  @Override
  public void processElement(MetricEvent event, Context context, Collector<String> out)
      throws IOException {
    ThresholdedRandomCutForest forest = forests.value();
    if (forest == null) {
      forest = newForest(cacheFraction);
    }
    double grade = forest.process(event.values(), event.timeMillis()).getAnomalyGrade();
    forests.update(forest);
    scored.inc();
    if (grade > 0) {
      alerts.inc();
      out.collect(event.series() + " " + event.timeMillis() + " " + grade);
    }
  }
}
