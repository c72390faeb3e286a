// SPDX-License-Identifier: Apache-2.0
package dev.weir.forecast;

import java.util.Arrays;

/**
 * The affine transformation {@code sums = bias + W input} of one layer, for one series.
 *
 * <p>Layout: the weights are transposed, one row per input. A pass adds six inputs, each multiplied
 * by its row, to all sums. The JIT vectorises this loop on every supported JDK; it does not
 * vectorise a dot product per unit, which is a reduction. Each row is a separate array because the
 * JDK 17 compiler does not vectorise accesses with an offset, nor passes over more than six rows.
 */
final class Affine {

  private static final int ROWS_PER_PASS = 6;

  /** {@code [inputs, padded to whole passes][outputs]}; padding rows are zero. */
  private final float[][] rows;

  private final int firstInputs;
  private final int inputs;
  private final float[] bias;
  private final float[] input;
  private final float[] sums;

  /**
   * @param bias {@code [outputs]}
   * @param matrices {@code [outputs, columns]} each; the input is the concatenation of theirs
   */
  Affine(float[] bias, float[]... matrices) {
    this.bias = bias.clone();
    firstInputs = matrices[0].length / bias.length;
    inputs = Arrays.stream(matrices).mapToInt(matrix -> matrix.length / bias.length).sum();
    rows = new float[((inputs + ROWS_PER_PASS - 1) / ROWS_PER_PASS) * ROWS_PER_PASS][bias.length];
    int firstRow = 0;
    for (float[] matrix : matrices) {
      transpose(matrix, firstRow);
      firstRow += matrix.length / bias.length;
    }
    input = new float[rows.length];
    sums = new float[bias.length];
  }

  private void transpose(float[] matrix, int firstRow) {
    int columns = matrix.length / bias.length;
    for (int i = 0; i < matrix.length; i++) {
      rows[firstRow + i % columns][i / columns] = matrix[i];
    }
  }

  /** Sets {@code count} inputs, starting with input {@code index}. */
  void setInput(int index, float[] from, int fromOffset, int count) {
    System.arraycopy(from, fromOffset, input, index, count);
  }

  /**
   * Computes the sums of a recurrent layer, from its input and its previous output.
   *
   * @param state starts with the previous output at {@code stateOffset}
   * @return {@code [outputs]}, a buffer that is overwritten by the next call
   */
  float[] compute(float[] layerInput, int inputOffset, float[] state, int stateOffset) {
    setInput(0, layerInput, inputOffset, firstInputs);
    setInput(firstInputs, state, stateOffset, inputs - firstInputs);
    return compute();
  }

  /**
   * Computes the sums of the current input.
   *
   * @return {@code [outputs]}, a buffer that is overwritten by the next call
   */
  float[] compute() {
    System.arraycopy(bias, 0, sums, 0, sums.length);
    for (int row = 0; row < rows.length; row += ROWS_PER_PASS) {
      accumulate(rows, input, row, sums);
    }
    return sums;
  }

  /** Adds the inputs of one pass. Static, so that the JIT sees local arrays. */
  private static void accumulate(float[][] rows, float[] input, int row, float[] sums) {
    float x0 = input[row];
    float x1 = input[row + 1];
    float x2 = input[row + 2];
    float x3 = input[row + 3];
    float x4 = input[row + 4];
    float x5 = input[row + 5];
    float[] r0 = rows[row];
    float[] r1 = rows[row + 1];
    float[] r2 = rows[row + 2];
    float[] r3 = rows[row + 3];
    float[] r4 = rows[row + 4];
    float[] r5 = rows[row + 5];
    for (int j = 0; j < sums.length; j++) {
      float sum = Math.fma(x2, r2[j], Math.fma(x1, r1[j], Math.fma(x0, r0[j], sums[j])));
      sums[j] = Math.fma(x5, r5[j], Math.fma(x4, r4[j], Math.fma(x3, r3[j], sum)));
    }
  }
}
