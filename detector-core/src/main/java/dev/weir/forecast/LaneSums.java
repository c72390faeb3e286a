package dev.weir.forecast;

import java.util.Arrays;

/**
 * {@code sums = bias + W input} of many series side by side, a lane each.
 *
 * <p>Layout. A row is one input, or one sum, of all lanes: what one series needs 34 short loops for
 * becomes loops over lanes, four sums grow by two inputs in one pass, and the JIT makes SIMD of it
 * on any JDK; more of either in a pass and the compiler of JDK 17 leaves it scalar. Four sums are
 * asked for at a time, and their rows still stand in the nearest cache when the caller goes on with
 * them. Each sum grows in the order of the inputs, as in {@link Affine}, so that the floats are the
 * same.
 */
final class LaneSums {

  /** Sums that are asked for, and grow, together. */
  static final int GROUP = 4;

  private static final int INPUTS_A_PASS = 2;
  private static final int WEIGHTS_A_PASS = GROUP * INPUTS_A_PASS;

  private final int groups;

  /** {@code [group][GROUP]}, flat. */
  private final float[] bias;

  /**
   * {@code [group][pass][sum of the group][input of the pass]}, flat; those of padding are zero.
   */
  private final float[] weights;

  /** {@code [inputs, padded to whole passes][lane]}. */
  private final float[][] inputs;

  /** Of one group, {@code [GROUP][lane]}. */
  private final float[][] sums;

  /**
   * Sum {@code i} of a group is row {@code i * groups + group} of the matrices, so that the four
   * gates of a unit are a group.
   *
   * @param inputs rows that the caller writes to, {@code [inputs][lane]}
   * @param bias {@code [rows]}
   * @param matrices each {@code [rows, columns]}; their inputs stand side by side
   */
  LaneSums(float[][] inputs, float[] bias, float[]... matrices) {
    int lanes = inputs[0].length;
    groups = (bias.length + GROUP - 1) / GROUP;
    sums = new float[GROUP][lanes];
    this.inputs = Arrays.copyOf(inputs, padded(inputs.length));
    if (this.inputs.length > inputs.length) {
      this.inputs[inputs.length] = new float[lanes];
    }
    this.bias = new float[groups * GROUP];
    for (int row = 0; row < bias.length; row++) {
      this.bias[row % groups * GROUP + row / groups] = bias[row];
    }
    weights = new float[groups * GROUP * this.inputs.length];
    int first = 0;
    for (float[] matrix : matrices) {
      place(matrix, first, bias.length);
      first += matrix.length / bias.length;
    }
  }

  private static int padded(int inputs) {
    return (inputs + INPUTS_A_PASS - 1) / INPUTS_A_PASS * INPUTS_A_PASS;
  }

  private void place(float[] matrix, int firstInput, int rows) {
    int columns = matrix.length / rows;
    for (int i = 0; i < matrix.length; i++) {
      weights[at(i / columns, firstInput + i % columns)] = matrix[i];
    }
  }

  private int at(int row, int input) {
    int pass = row % groups * (inputs.length / INPUTS_A_PASS) + input / INPUTS_A_PASS;
    return pass * WEIGHTS_A_PASS + row / groups * INPUTS_A_PASS + input % INPUTS_A_PASS;
  }

  int groups() {
    return groups;
  }

  /**
   * The sums of one group of what stands in the inputs' rows, {@code [GROUP][lane]}; the caller may
   * change them until the next call.
   *
   * @param lanes how many lanes count, from the first on
   */
  float[][] sums(int group, int lanes) {
    for (int i = 0; i < GROUP; i++) {
      Arrays.fill(sums[i], 0, lanes, bias[group * GROUP + i]);
    }
    int at = group * GROUP * inputs.length;
    for (int input = 0; input < inputs.length; input += INPUTS_A_PASS) {
      accumulate(weights, at, inputs[input], inputs[input + 1], sums, lanes);
      at += WEIGHTS_A_PASS;
    }
    return sums;
  }

  /** One pass; static, so that the JIT sees plain arrays. */
  private static void accumulate(
      float[] weights, int at, float[] first, float[] second, float[][] sums, int lanes) {
    float a0 = weights[at];
    float a1 = weights[at + 1];
    float b0 = weights[at + 2];
    float b1 = weights[at + 3];
    float c0 = weights[at + 4];
    float c1 = weights[at + 5];
    float d0 = weights[at + 6];
    float d1 = weights[at + 7];
    float[] a = sums[0];
    float[] b = sums[1];
    float[] c = sums[2];
    float[] d = sums[3];
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
