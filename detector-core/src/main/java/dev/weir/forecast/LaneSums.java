package dev.weir.forecast;

import java.util.Arrays;

/**
 * {@code sums = bias + W input} of many series side by side, a lane each.
 *
 * <p>Layout. A row is one input, or one sum, of all lanes: what one series needs 34 short loops for
 * becomes loops over lanes, four sums grow by two inputs in one pass, and the JIT makes SIMD of it
 * on any JDK; more of either in a pass and the compiler of JDK 17 leaves it scalar. Each sum grows
 * in the order of the inputs, as in {@link Affine}, so that the floats are the same.
 */
final class LaneSums {

  private static final int SUMS_A_PASS = 4;
  private static final int INPUTS_A_PASS = 2;
  private static final int WEIGHTS_A_PASS = SUMS_A_PASS * INPUTS_A_PASS;

  private final float[] bias;

  /** Pass by pass; those of padding are zero. */
  private final float[] weights;

  /** {@code [inputs, padded to whole passes][lane]}. */
  private final float[][] inputs;

  /** {@code [sums, padded to whole passes][lane]}. */
  private final float[][] sums;

  /**
   * @param inputs rows that the caller writes to, {@code [inputs][lane]}
   * @param bias {@code [sums]}
   * @param matrices each {@code [sums, columns]}; their inputs stand side by side
   */
  LaneSums(float[][] inputs, float[] bias, float[]... matrices) {
    int lanes = inputs[0].length;
    this.bias = Arrays.copyOf(bias, padded(bias.length, SUMS_A_PASS));
    sums = new float[this.bias.length][lanes];
    this.inputs = Arrays.copyOf(inputs, padded(inputs.length, INPUTS_A_PASS));
    if (this.inputs.length > inputs.length) {
      this.inputs[inputs.length] = new float[lanes];
    }
    weights = new float[this.inputs.length * sums.length];
    int first = 0;
    for (float[] matrix : matrices) {
      place(matrix, first, bias.length);
      first += matrix.length / bias.length;
    }
  }

  private static int padded(int count, int pass) {
    return (count + pass - 1) / pass * pass;
  }

  private void place(float[] matrix, int firstInput, int outputs) {
    int columns = matrix.length / outputs;
    for (int i = 0; i < matrix.length; i++) {
      weights[at(i / columns, firstInput + i % columns)] = matrix[i];
    }
  }

  private int at(int sum, int input) {
    int pass = sum / SUMS_A_PASS * (inputs.length / INPUTS_A_PASS) + input / INPUTS_A_PASS;
    return pass * WEIGHTS_A_PASS + sum % SUMS_A_PASS * INPUTS_A_PASS + input % INPUTS_A_PASS;
  }

  /**
   * The sums of what stands in the inputs' rows, {@code [sums][lane]}; the caller may change them
   * until the next call.
   *
   * @param lanes how many lanes count, from the first on
   */
  float[][] sums(int lanes) {
    int at = 0;
    for (int sum = 0; sum < sums.length; sum += SUMS_A_PASS) {
      for (int i = 0; i < SUMS_A_PASS; i++) {
        Arrays.fill(sums[sum + i], 0, lanes, bias[sum + i]);
      }
      for (int input = 0; input < inputs.length; input += INPUTS_A_PASS) {
        accumulate(weights, at, inputs[input], inputs[input + 1], sums, sum, lanes);
        at += WEIGHTS_A_PASS;
      }
    }
    return sums;
  }

  /** One pass; static, so that the JIT sees plain arrays. */
  private static void accumulate(
      float[] weights, int at, float[] first, float[] second, float[][] sums, int sum, int lanes) {
    float a0 = weights[at];
    float a1 = weights[at + 1];
    float b0 = weights[at + 2];
    float b1 = weights[at + 3];
    float c0 = weights[at + 4];
    float c1 = weights[at + 5];
    float d0 = weights[at + 6];
    float d1 = weights[at + 7];
    float[] a = sums[sum];
    float[] b = sums[sum + 1];
    float[] c = sums[sum + 2];
    float[] d = sums[sum + 3];
    for (int lane = 0; lane < lanes; lane++) {
      float x = first[lane];
      float y = second[lane];
      a[lane] = Math.fma(a1, y, Math.fma(a0, x, a[lane]));
      b[lane] = Math.fma(b1, y, Math.fma(b0, x, b[lane]));
      c[lane] = Math.fma(c1, y, Math.fma(c0, x, c[lane]));
      d[lane] = Math.fma(d1, y, Math.fma(d0, x, d[lane]));
    }
  }
}
