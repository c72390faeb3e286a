// SPDX-License-Identifier: Apache-2.0
package dev.weir.forecast;

import java.util.Arrays;

/**
 * An array of weights with a shape.
 *
 * @param shape sizes of the dimensions, outermost first
 * @param values the elements in row-major order; as many as the shape has elements
 */
public record Tensor(int[] shape, float[] values) {

  /**
   * @throws IllegalArgumentException if shape and values differ in size, or a value is not finite
   */
  public Tensor {
    int elements = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    if (elements != values.length) {
      throw new IllegalArgumentException(
          "shape and values must agree: shape="
              + Arrays.toString(shape)
              + ", expected="
              + elements
              + ", found="
              + values.length);
    }
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException("weights must be finite: value[" + i + "]=" + values[i]);
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tensor tensor
        && Arrays.equals(shape, tensor.shape)
        && Arrays.equals(values, tensor.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Tensor" + Arrays.toString(shape);
  }
}
