// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import dev.weir.forecast.Tensor;
import dev.weir.forecast.Weights;
import java.util.Arrays;
import java.util.Random;

/** Parameters between plain arrays and DJL: from a seed or a model, and out again. */
final class Initial {

  private Initial() {}

  /** Uniform in {@code [-bound, bound)}, from Java's generator: the same on every platform. */
  static float[] uniform(Shape shape, double bound, Random random) {
    float[] values = new float[(int) shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) ((2 * random.nextDouble() - 1) * bound);
    }
    return values;
  }

  static Tensor tensor(NDArray array) {
    int[] shape = Arrays.stream(array.getShape().getShape()).mapToInt(Math::toIntExact).toArray();
    return new Tensor(shape, array.toFloatArray());
  }

  /**
   * Copies a model's tensor into a parameter, which keeps its own memory.
   *
   * @throws IllegalArgumentException where it is missing or of another shape
   */
  static void load(NDArray parameter, Weights weights, String name) {
    Tensor tensor = weights.tensors().get(name);
    Shape expected = parameter.getShape();
    Shape found = tensor == null ? new Shape() : shape(tensor);
    if (tensor == null || !found.equals(expected)) {
      throw new IllegalArgumentException(
          "a weight doesn't fit: name=" + name + ", expected=" + expected + ", found=" + found);
    }
    load(parameter, tensor.values());
  }

  private static Shape shape(Tensor tensor) {
    return new Shape(Arrays.stream(tensor.shape()).asLongStream().toArray());
  }

  /** Copies numbers into a parameter, which keeps its own memory. */
  static void load(NDArray parameter, float[] values) {
    try (NDArray copy = parameter.getManager().create(values, parameter.getShape())) {
      parameter.set(new NDIndex(":"), copy);
    }
  }
}
