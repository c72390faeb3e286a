package dev.weir.forecast;

import java.util.Arrays;

/**
 * {@code sums = bias + W input} of one layer, which every kind of cell starts with.
 *
 * <p>Layout. The weights stand transposed, a row an input: the sums then grow by one input times
 * one row, six rows in one pass, which the JIT turns into SIMD on any JDK; a dot product per unit
 * would be a reduction, which it leaves scalar. Each row is an array of its own since the JDK 17
 * compiler does not vectorise through offsets into one; nor does it a pass over more rows.
 */
final class Affine {

  private static final int ROWS_A_PASS = 6;

  /** {@code [inputs, padded to whole passes][outputs]}; rows of padding are zero. */
  private final float[][] rows;

  private final int firstInputs;
  private final int inputs;
  private final float[] bias;
  private final float[] input;
  private final float[] sums;

  /**
   * @param bias {@code [outputs]}
   * @param matrices each {@code [outputs, columns]}; their inputs stand side by side
   */
  Affine(float[] bias, float[]... matrices) {
    this.bias = bias.clone();
    firstInputs = matrices[0].length / bias.length;
    inputs = Arrays.stream(matrices).mapToInt(matrix -> matrix.length / bias.length).sum();
    rows = new float[((inputs + ROWS_A_PASS - 1) / ROWS_A_PASS) * ROWS_A_PASS][bias.length];
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

  /** Sets {@code count} inputs, the first of them input {@code at}. */
  void put(int at, float[] from, int fromAt, int count) {
    System.arraycopy(from, fromAt, input, at, count);
  }

  /**
   * The sums of a layer's input and its own output of the step before, which stands first in its
   * state; the caller may change them until the next call.
   */
  float[] sums(float[] layerInput, int inputAt, float[] state, int stateAt) {
    put(0, layerInput, inputAt, firstInputs);
    put(firstInputs, state, stateAt, inputs - firstInputs);
    return sums();
  }

  /** The sums of what was put in; the caller may change them until the next call. */
  float[] sums() {
    System.arraycopy(bias, 0, sums, 0, sums.length);
    for (int row = 0; row < rows.length; row += ROWS_A_PASS) {
      accumulate(rows, input, row, sums);
    }
    return sums;
  }

  /** One pass; static, so that the JIT sees plain arrays. */
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
