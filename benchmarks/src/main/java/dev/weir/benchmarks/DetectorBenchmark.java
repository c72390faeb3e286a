// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks;

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
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The recurrent step alone, and the whole detector, over many series in turn so that state comes
 * from memory. The series are a day old, a job's being of all ages: what comes once in a series'
 * life (a memory that is full, a second day) is behind them, and behind the JIT.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(5)
@SuppressWarnings("NullAway.Init") // JMH calls setUp
public class DetectorBenchmark {

  private static final long INTERVAL_MILLIS = 60_000;
  private static final int INPUT_RING = 4096;

  /** A day at a point a minute, and an hour more. */
  private static final int AGE = 1_500;

  /** Series whose states the job has memory bring side by side. */
  private static final int AHEAD = 16;

  /** Units of the hidden layer. */
  @Param({"16", "32", "64"})
  public int hidden;

  /** Series taken in turn. */
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

  /** Kept only so that the compiler does not leave out the reading ahead. */
  private int touched;

  /** Builds the network and the states of all series. */
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
    while (round < AGE) {
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

  /** Scaler, network, score, decision, in the job's way: sixteen series asked of memory at once. */
  @Benchmark
  public ScoredPoint step() {
    advance();
    if (next % AHEAD == 0) {
      askMemory();
    }
    return stepNext();
  }

  /** The same where each network is stepped at once, as one alone, and memory asked for nothing. */
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

  private void askMemory() {
    int end = Math.min(series, next + AHEAD);
    for (int i = next; i < end; i++) {
      touched += detectorStates[i].prefetchHeaders();
    }
    for (int i = next; i < end; i++) {
      touched += detectorStates[i].prefetchContents();
    }
  }

  private void advance() {
    if (++next == series) {
      next = 0;
      round++;
    }
  }
}
