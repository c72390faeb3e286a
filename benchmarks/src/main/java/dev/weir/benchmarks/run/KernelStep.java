// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.run;

import dev.weir.event.MetricEvent;
import dev.weir.forecast.ForecastState;
import dev.weir.forecast.Forecaster;
import dev.weir.job.metrics.JobMetrics;
import java.util.HashMap;
import java.util.Map;

/** Steps the network of a series: no scaler, score or decision. */
final class KernelStep implements EventStep {

  private static final float CENTER = 50;
  private static final float SCALE = 0.05f;

  private final Forecaster forecaster;
  private final Map<String, ForecastState> states = new HashMap<>();
  private final float[] input;
  private long steps;

  KernelStep(Forecaster forecaster) {
    this.forecaster = forecaster;
    this.input = new float[forecaster.architecture().inputs()];
  }

  @Override
  public void step(MetricEvent event) {
    ForecastState state = states.computeIfAbsent(event.series(), series -> forecaster.newState());
    input[0] = SCALE * ((float) event.values()[0] - CENTER);
    forecaster.step(state, input);
    steps++;
  }

  @Override
  public Map<String, Long> counts() {
    return Map.of(JobMetrics.SCORED, steps);
  }
}
