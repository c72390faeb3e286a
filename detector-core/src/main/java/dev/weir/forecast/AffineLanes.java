// SPDX-License-Identifier: Apache-2.0
package dev.weir.forecast;

import java.util.Arrays;

/**
 * {@link Affine} for many series at once, one lane per series.
 *
 * <p>Layout: a row holds one input, or one sum, of all lanes. A pass is a loop over the lanes that
 * adds two inputs to four sums. The JIT vectorises it on every supported JDK; the JDK 17 compiler
 * does not vectorise passes over more inputs or sums. Sums are computed in groups of four, whose
 * rows are still in the first-level cache when the caller uses them. Inputs are added in the same
 * order as in {@link Affine}, so that the results are identical.
 */
final class AffineLanes {

  /** Number of sums that are computed together. */
  static final int GROUP = 4;

  private static final int INPUTS_PER_PASS = 2;
  private static final int WEIGHTS_PER_PASS = GROUP * INPUTS_PER_PASS;

  private final int groups;

  /** {@code [group][GROUP]}, flat. */
  private final float[] bias;

  /** {@code [group][pass][sum of the group][input of the pass]}, flat; padding is zero. */
  private final float[] weights;

  /** {@code [inputs, padded to whole passes][lane]}. */
  private final float[][] inputs;

  /** Sums of one group, {@code [GROUP][lane]}. */
  private final float[][] sums;

  /**
   * Creates the transformation. Sum {@code i} of a group is row {@code i * groups + group} of the
   * matrices, so that the four gates of an LSTM unit are one group.
   *
   * @param inputs rows that the caller writes, {@code [inputs][lane]}
   * @param bias {@code [rows]}
   * @param matrices {@code [rows, columns]} each; the input is the concatenation of theirs
   */
  AffineLanes(float[][] inputs, float[] bias, float[]... matrices) {
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
      setWeights(matrix, first, bias.length);
      first += matrix.length / bias.length;
    }
  }

  private static int padded(int inputs) {
    return (inputs + INPUTS_PER_PASS - 1) / INPUTS_PER_PASS * INPUTS_PER_PASS;
  }

  private void setWeights(float[] matrix, int firstInput, int rows) {
    int columns = matrix.length / rows;
    for (int i = 0; i < matrix.length; i++) {
      weights[index(i / columns, firstInput + i % columns)] = matrix[i];
    }
  }

  private int index(int row, int input) {
    int pass = row % groups * (inputs.length / INPUTS_PER_PASS) + input / INPUTS_PER_PASS;
    return pass * WEIGHTS_PER_PASS + row / groups * INPUTS_PER_PASS + input % INPUTS_PER_PASS;
  }

  int groups() {
    return groups;
  }

  /**
   * Computes the sums of one group from the current inputs.
   *
   * @param lanes number of lanes in use
   * @return {@code [GROUP][lane]}, a buffer that is overwritten by the next call
   */
  float[][] compute(int group, int lanes) {
    for (int i = 0; i < GROUP; i++) {
      Arrays.fill(sums[i], 0, lanes, bias[group * GROUP + i]);
    }
    int offset = group * GROUP * inputs.length;
    for (int input = 0; input < inputs.length; input += INPUTS_PER_PASS) {
      accumulate(weights, offset, inputs[input], inputs[input + 1], sums, lanes);
      offset += WEIGHTS_PER_PASS;
    }
    return sums;
  }

  /** Adds the inputs of one pass. Static, so that the JIT sees local arrays. */
  private static void accumulate(
      float[] weights, int offset, float[] first, float[] second, float[][] sums, int lanes) {
    float a0 = weights[offset];
    float a1 = weights[offset + 1];
    float b0 = weights[offset + 2];
    float b1 = weights[offset + 3];
    float c0 = weights[offset + 4];
    float c1 = weights[offset + 5];
    float d0 = weights[offset + 6];
    float d1 = weights[offset + 7];
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
