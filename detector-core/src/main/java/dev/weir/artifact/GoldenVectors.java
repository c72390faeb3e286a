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
   * Verifies that a network reproduces the outputs.
   *
   * @throws IllegalArgumentException if it does not, with step, expected and found value
   */
  void verify(Architecture architecture, Weights weights) {
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
