package dev.weir.forecast;

import java.util.Arrays;

/**
 * A named block of weights.
 *
 * @param shape sizes, outermost first
 * @param values the numbers, last index fastest; as many as the shape has cells
 */
public record Tensor(int[] shape, float[] values) {

  /**
   * @throws IllegalArgumentException where shape and values differ in size, or a value is not
   *     finite
   */
  public Tensor {
    int cells = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    if (cells != values.length) {
      throw new IllegalArgumentException(
          "shape and values must agree: shape="
              + Arrays.toString(shape)
              + ", expected="
              + cells
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
