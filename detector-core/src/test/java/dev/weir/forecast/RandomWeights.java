// SPDX-License-Identifier: Apache-2.0
package dev.weir.forecast;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Random weights of any architecture, from a seed. */
public final class RandomWeights {

  private static final double DEVIATION = 0.3;

  private final Architecture architecture;
  private final Random random;
  private final Map<String, Tensor> tensors = new HashMap<>();

  private RandomWeights(Architecture architecture, long seed) {
    this.architecture = architecture;
    random = new Random(seed);
  }

  /**
   * Normal weights with standard deviation 0.3. The recurrent weights of cells without gates are
   * smaller: chaotic dynamics would amplify rounding differences between two implementations.
   */
  public static Weights of(Architecture architecture, long seed) {
    RandomWeights weights = new RandomWeights(architecture, seed);
    for (int layer = 0; layer < architecture.layers(); layer++) {
      weights.layer(layer, layer == 0 ? architecture.inputs() : architecture.hidden());
    }
    weights.normal("head.weight", architecture.outputs(), architecture.hidden());
    weights.normal("head.bias", architecture.outputs());
    return new Weights(weights.tensors);
  }

  private void layer(int layer, int inputs) {
    int hidden = architecture.hidden();
    switch (architecture.cell()) {
      case FEEDFORWARD -> {
        int lags = layer == 0 ? CellKind.FEEDFORWARD_LAGS : 1;
        normal("feedforward.weight_l" + layer, hidden, lags * inputs);
        normal("feedforward.bias_l" + layer, hidden);
      }
      case ELMAN -> plain("rnn", layer, inputs);
      case LSTM -> gated("lstm", layer, inputs);
      case LSTM_PEEPHOLE -> {
        gated("lstm", layer, inputs);
        normal("lstm.peephole_l" + layer, 3 * hidden);
      }
      case GRU -> {
        normal("gru.weight_ih_l" + layer, 3 * hidden, inputs);
        normal("gru.weight_hh_l" + layer, 3 * hidden, hidden);
        normal("gru.bias_ih_l" + layer, 3 * hidden);
        normal("gru.bias_hh_l" + layer, 3 * hidden);
      }
      case ESN -> {
        plain("esn", layer, inputs);
        tensors.put("esn.leak_l" + layer, new Tensor(new int[] {hidden}, uniform(hidden)));
      }
    }
  }

  private void gated(String prefix, int layer, int inputs) {
    int gates = 4 * architecture.hidden();
    normal(prefix + ".weight_ih_l" + layer, gates, inputs);
    normal(prefix + ".weight_hh_l" + layer, gates, architecture.hidden());
    normal(prefix + ".bias_l" + layer, gates);
  }

  private void plain(String prefix, int layer, int inputs) {
    int hidden = architecture.hidden();
    normal(prefix + ".weight_ih_l" + layer, hidden, inputs);
    double deviation = 0.8 / Math.sqrt(hidden);
    tensors.put(prefix + ".weight_hh_l" + layer, tensor(deviation, hidden, hidden));
    normal(prefix + ".bias_l" + layer, hidden);
  }

  private void normal(String name, int... shape) {
    tensors.put(name, tensor(DEVIATION, shape));
  }

  private float[] uniform(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextFloat();
    }
    return values;
  }

  private Tensor tensor(double deviation, int... shape) {
    int cells = 1;
    for (int size : shape) {
      cells *= size;
    }
    float[] values = new float[cells];
    for (int i = 0; i < cells; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
    return new Tensor(shape, values);
  }
}
