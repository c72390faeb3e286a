package dev.weir.trainer.fit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.weir.forecast.Tensor;
import java.util.Arrays;
import java.util.Random;

/** Parameters between plain arrays and DJL: from a seed, and out again. */
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
}
