package dev.weir.forecast;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Seeded weights of any shape. */
public final class RandomWeights {

  private RandomWeights() {}

  /** LSTM and head of this architecture, normal with standard deviation 0.3. */
  public static Weights of(Architecture architecture, long seed) {
    Random random = new Random(seed);
    Map<String, Tensor> tensors = new HashMap<>();
    int gates = 4 * architecture.hidden();
    for (int layer = 0; layer < architecture.layers(); layer++) {
      int inputs = layer == 0 ? architecture.inputs() : architecture.hidden();
      tensors.put("lstm.weight_ih_l" + layer, tensor(random, gates, inputs));
      tensors.put("lstm.weight_hh_l" + layer, tensor(random, gates, architecture.hidden()));
      tensors.put("lstm.bias_l" + layer, tensor(random, gates));
    }
    tensors.put("head.weight", tensor(random, architecture.outputs(), architecture.hidden()));
    tensors.put("head.bias", tensor(random, architecture.outputs()));
    return new Weights(tensors);
  }

  private static Tensor tensor(Random random, int... shape) {
    int cells = 1;
    for (int size : shape) {
      cells *= size;
    }
    float[] values = new float[cells];
    for (int i = 0; i < cells; i++) {
      values[i] = (float) (0.3 * random.nextGaussian());
    }
    return new Tensor(shape, values);
  }
}
