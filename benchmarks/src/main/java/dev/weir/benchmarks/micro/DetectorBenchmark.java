// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.micro;

import dev.weir.detect.Detector;
import dev.weir.detect.DetectorConfig;
import dev.weir.detect.DetectorModel;
import dev.weir.detect.DetectorState;
import dev.weir.detect.ScoredPoint;
import dev.weir.forecast.ForecastState;
import dev.weir.forecast.Forecaster;
import dev.weir.sandbox.model.RandomModel;
import dev.weir.series.Observation;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Benchmark of the network step alone and of the whole detector step, over many series in turn, so
 * that states come from main memory.
 *
 * <p>All series are a day old before the measurement: one-time work of a young series (a full
 * pattern memory, the second day of a day profile) and its compilation are done.
 */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH calls setUp
public class DetectorBenchmark extends PerEventBenchmark {

  private static final long INTERVAL_MILLIS = 60_000;
  private static final int INPUT_RING = 4096;

  /** Points per series before the measurement: 25 hours at a point a minute. */
  private static final int AGE_POINTS = 1_500;

  /** Series whose states are prefetched together, as in the job. */
  private static final int PREFETCH = 16;

  /** Hidden size. */
  @Param({"16", "32", "64"})
  public int hidden;

  /** Number of series. */
  @Param({"10000"})
  public int series;

  private Forecaster forecaster;
  private Detector detector;
  private ForecastState[] forecastStates;
  private DetectorState[] detectorStates;
  private float[][] inputs;
  private double[][] values;
  private int next;
  private long round;

  /** Sum of prefetched values, which keeps the compiler from removing the prefetch. */
  private int prefetched;

  /** Creates the network and the states of all series, and ages the series. */
  @Setup
  public void setUp() {
    DetectorModel model = RandomModel.ofHidden(hidden).model();
    forecaster = new Forecaster(model.architecture(), model.weights());
    detector = new Detector(model, DetectorConfig.DEFAULT);
    forecastStates = new ForecastState[series];
    detectorStates = new DetectorState[series];
    for (int i = 0; i < series; i++) {
      forecastStates[i] = forecaster.newState();
      detectorStates[i] = detector.newState();
    }
    fillInputs();
    while (round < AGE_POINTS) {
      advance();
      stepNext();
    }
    detector.flush();
  }

  private void fillInputs() {
    Random random = new Random(1);
    inputs = new float[INPUT_RING][2];
    values = new double[INPUT_RING][1];
    for (int i = 0; i < INPUT_RING; i++) {
      inputs[i][0] = (float) random.nextGaussian();
      inputs[i][1] = (float) random.nextGaussian();
      values[i][0] = random.nextGaussian();
    }
  }

  /** The network alone. */
  @Benchmark
  public float kernel() {
    advance();
    ForecastState state = forecastStates[next];
    forecaster.step(state, inputs[(int) (round + next) % INPUT_RING]);
    return state.mu(0);
  }

  /** Detector step as in the job: network steps are batched, states prefetched. */
  @Benchmark
  public ScoredPoint step() {
    advance();
    if (next % PREFETCH == 0) {
      prefetch();
    }
    return stepNext();
  }

  /** Detector step without batching and prefetch. */
  @Benchmark
  public ScoredPoint stepAlone() {
    advance();
    ScoredPoint scored = stepNext();
    detector.flush();
    return scored;
  }

  private ScoredPoint stepNext() {
    double[] point = values[(int) (round + next) % INPUT_RING];
    return detector.step(detectorStates[next], new Observation(round * INTERVAL_MILLIS, point));
  }

  private void prefetch() {
    int end = Math.min(series, next + PREFETCH);
    for (int i = next; i < end; i++) {
      prefetched += detectorStates[i].prefetchHeaders();
    }
    for (int i = next; i < end; i++) {
      prefetched += detectorStates[i].prefetchContents();
    }
  }

  private void advance() {
    if (++next == series) {
      next = 0;
      round++;
    }
  }
}
