// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.compare;

import dev.weir.detect.Detector;
import dev.weir.detect.DetectorConfig;
import dev.weir.detect.DetectorModel;
import dev.weir.forecast.ForecastState;
import dev.weir.forecast.Forecaster;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Random;
import org.hipparchus.stat.descriptive.rank.Percentile;

/**
 * CPU time of one step of a network, on one thread of this JVM after a warm-up.
 *
 * @param nanos median over the rounds, nanoseconds
 * @param lower lower quartile, nanoseconds
 * @param upper upper quartile, nanoseconds
 */
public record StepTime(double nanos, double lower, double upper) {

  private static final int WARM_UP_ROUNDS = 10;
  private static final int ROUNDS = 41;
  private static final int STEPS = 5000;
  private static final int INPUTS = 256;
  private static final CpuClock CLOCK = new CpuClock(Instant.EPOCH);

  /** Measures the forecaster of a model on seeded, normally distributed inputs. */
  public static StepTime of(DetectorModel model) {
    Forecaster forecaster = new Forecaster(model.architecture(), model.weights());
    ForecastState state = forecaster.newState();
    float[][] inputs = inputs(model.architecture().inputs());
    double[] nanos = new double[ROUNDS];
    for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
      double measured = round(forecaster, state, inputs);
      nanos[Math.max(0, round)] = measured;
    }
    Percentile rounds = new Percentile();
    rounds.setData(nanos);
    return new StepTime(rounds.evaluate(50), rounds.evaluate(25), rounds.evaluate(75));
  }

  private static float[][] inputs(int width) {
    Random random = new Random(1);
    float[][] inputs = new float[INPUTS][width];
    for (float[] input : inputs) {
      for (int i = 0; i < width; i++) {
        input[i] = (float) random.nextGaussian();
      }
    }
    return inputs;
  }

  private static double round(Forecaster forecaster, ForecastState state, float[][] inputs) {
    long start = CLOCK.nanos();
    for (int step = 0; step < STEPS; step++) {
      forecaster.step(state, inputs[step % INPUTS]);
    }
    return (double) (CLOCK.nanos() - start) / STEPS;
  }

  /** Bytes of the state of one series, as the job stores it. */
  public static int bytesPerSeries(DetectorModel model) {
    try (DataOutputStream out = new DataOutputStream(OutputStream.nullOutputStream())) {
      new Detector(model, DetectorConfig.DEFAULT).newState().write(out);
      return out.size();
    } catch (IOException e) {
      throw new UncheckedIOException("a null output stream must not fail", e);
    }
  }
}
