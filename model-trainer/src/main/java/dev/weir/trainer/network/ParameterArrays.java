// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import dev.weir.forecast.Tensor;
import dev.weir.forecast.Weights;
import java.util.Arrays;
import java.util.Random;

/** Conversions between arrays of DJL, plain arrays and tensors of the core. */
final class ParameterArrays {

  private ParameterArrays() {}

  /**
   * Draws values uniformly in {@code [-bound, bound)} with Java's generator, which is the same on
   * all platforms.
   */
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
   * Copies a tensor into the memory of a parameter.
   *
   * @throws IllegalArgumentException if it is missing or has another shape
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

  /** Copies values into the memory of a parameter. */
  static void load(NDArray parameter, float[] values) {
    try (NDArray copy = parameter.getManager().create(values, parameter.getShape())) {
      parameter.set(new NDIndex(":"), copy);
    }
  }
}
