// SPDX-License-Identifier: Apache-2.0
package dev.weir.artifact;

import dev.weir.forecast.Architecture;
import dev.weir.forecast.ForecastState;
import dev.weir.forecast.Forecaster;
import dev.weir.forecast.Weights;
import java.util.Random;

/**
 * Inputs of a network and the expected outputs, from the state of a new series. They verify that a
 * reader computes the same forecasts as the trainer.
 *
 * @param inputs {@code [time, inputs]}
 * @param outputs {@code [time, 2 * feature]}: mu of each feature, then log sigma of each feature
 */
public record GoldenVectors(float[][] inputs, float[][] outputs) {

  /** Largest accepted difference of an output; other JVMs may fuse multiply-adds differently. */
  public static final float TOLERANCE = 1e-5f;

  private static final int STEPS = 32;

  /**
   * Largest magnitude of a forecast of a usable network, in units of the scaled series. Larger ones
   * overflow the squares of the scores.
   */
  private static final float MAX_FORECAST = 1e6f;

  private static final long PROBE_SEED = 7;

  /** Creates golden vectors by stepping a network over random normal inputs. */
  public static GoldenVectors of(Architecture architecture, Weights weights, long seed) {
    Random random = new Random(seed);
    float[][] inputs = new float[STEPS][architecture.inputs()];
    for (float[] input : inputs) {
      for (int i = 0; i < input.length; i++) {
        input[i] = (float) random.nextGaussian();
      }
    }
    return new GoldenVectors(inputs, run(architecture, weights, inputs));
  }

  private static float[][] run(Architecture architecture, Weights weights, float[][] inputs) {
    Forecaster forecaster = new Forecaster(architecture, weights);
    ForecastState state = forecaster.newState();
    float[][] outputs = new float[inputs.length][architecture.outputs()];
    for (int t = 0; t < inputs.length; t++) {
      forecaster.step(state, inputs[t]);
      for (int f = 0; f < architecture.features(); f++) {
        outputs[t][f] = state.mu(f);
        outputs[t][architecture.features() + f] = state.logSigma(f);
      }
    }
    return outputs;
  }

  /**
   * Verifies that a network reproduces the outputs, and that its forecasts of other inputs are
   * finite.
   *
   * @throws IllegalArgumentException if they are not, with step, expected and found value
   */
  void verify(Architecture architecture, Weights weights) {
    requireShape(architecture);
    requireFiniteForecasts(of(architecture, weights, PROBE_SEED).outputs);
    requireReproduced(architecture, weights);
  }

  private void requireShape(Architecture architecture) {
    if (inputs.length == 0 || inputs.length != outputs.length) {
      throw new IllegalArgumentException(
          "golden vectors need 1 step or more, with inputs and outputs: inputs="
              + inputs.length
              + ", outputs="
              + outputs.length);
    }
    for (int t = 0; t < inputs.length; t++) {
      requireLength("inputs", t, architecture.inputs(), inputs[t].length);
      requireLength("outputs", t, architecture.outputs(), outputs[t].length);
    }
  }

  private static void requireLength(String name, int step, int expected, int found) {
    if (expected != found) {
      throw new IllegalArgumentException(
          "the golden vector has the wrong number of %s: step=%d, expected=%d, found=%d"
              .formatted(name, step, expected, found));
    }
  }

  private static void requireFiniteForecasts(float[][] outputs) {
    for (int t = 0; t < outputs.length; t++) {
      for (float output : outputs[t]) {
        if (!(Math.abs(output) <= MAX_FORECAST)) {
          throw new IllegalArgumentException(
              "the forecasts of the model must be finite and at most %s: step=%d, found=%s"
                  .formatted(MAX_FORECAST, t, output));
        }
      }
    }
  }

  private void requireReproduced(Architecture architecture, Weights weights) {
    float[][] found = run(architecture, weights, inputs);
    for (int t = 0; t < outputs.length; t++) {
      for (int i = 0; i < outputs[t].length; i++) {
        if (!(Math.abs(found[t][i] - outputs[t][i]) <= TOLERANCE)) {
          throw new IllegalArgumentException(
              "golden vector is not reproduced: step="
                  + t
                  + ", output="
                  + i
                  + ", expected="
                  + outputs[t][i]
                  + ", found="
                  + found[t][i]);
        }
      }
    }
  }
}
