package dev.weir.trainer.backprop;

import java.util.Arrays;

/**
 * Matrix products as sums of rows: {@code sums[s] += factor * rows[k]}.
 *
 * <p>A pass adds four rows to two sums: the JIT makes SIMD of that on any JDK. More of either, a
 * place in an array other than the loop's own variable, or factor and row in the same order in both
 * sums, and the compiler of JDK 17 leaves it scalar.
 *
 * <p>Long rows and short ones have a loop each, of the same text: how wide the JIT makes a loop's
 * vectors depends on how many rounds of it it saw on average.
 */
final class RowSums {

  /** Sums come in whole groups of so many. */
  private static final int SUMS_A_PASS = 2;

  /** Rows come in whole groups of so many. */
  private static final int ROWS_A_PASS = 4;

  /** Rows of so many numbers or more are long. */
  private static final int LONG = 72;

  private RowSums() {}

  /** The next whole number of passes, of rows or sums. */
  static int padded(int count) {
    return (count + ROWS_A_PASS - 1) / ROWS_A_PASS * ROWS_A_PASS;
  }

  /**
   * {@code sums[s] += factors[s][k] * rows[k]}, over all k.
   *
   * @param factors {@code [sums][rows, at least]}
   * @param rows as many as are added, {@link #padded}
   * @param sums an even number
   * @param length of the rows and sums
   */
  static void add(float[][] factors, float[][] rows, float[][] sums, int length) {
    if (length < LONG) {
      addShort(factors, rows, sums, length);
    } else {
      addLong(factors, rows, sums, length);
    }
  }

  /** {@link #add} of long rows. */
  private static void addLong(float[][] factors, float[][] rows, float[][] sums, int length) {
    for (int s = 0; s < sums.length; s += SUMS_A_PASS) {
      float[] a = factors[s];
      float[] b = factors[s + 1];
      for (int k = 0; k < rows.length; k += ROWS_A_PASS) {
        passLong(
            rows[k],
            rows[k + 1],
            rows[k + 2],
            rows[k + 3],
            a[k],
            a[k + 1],
            a[k + 2],
            a[k + 3],
            b[k],
            b[k + 1],
            b[k + 2],
            b[k + 3],
            sums[s],
            sums[s + 1],
            length);
      }
    }
  }

  /** {@link #add} of short rows. */
  private static void addShort(float[][] factors, float[][] rows, float[][] sums, int length) {
    for (int s = 0; s < sums.length; s += SUMS_A_PASS) {
      float[] a = factors[s];
      float[] b = factors[s + 1];
      for (int k = 0; k < rows.length; k += ROWS_A_PASS) {
        passShort(
            rows[k],
            rows[k + 1],
            rows[k + 2],
            rows[k + 3],
            a[k],
            a[k + 1],
            a[k + 2],
            a[k + 3],
            b[k],
            b[k + 1],
            b[k + 2],
            b[k + 3],
            sums[s],
            sums[s + 1],
            length);
      }
    }
  }

  /**
   * {@code sums[s] = factors[s][k] * rows[k]}, over all k.
   *
   * @param factors {@code [sums][rows, at least]}
   * @param rows as many as are added, {@link #padded}
   * @param sums an even number
   * @param length of the rows and sums
   */
  static void set(float[][] factors, float[][] rows, float[][] sums, int length) {
    for (float[] sum : sums) {
      Arrays.fill(sum, 0, length, 0);
    }
    add(factors, rows, sums, length);
  }

  /**
   * {@code sums[s] += factors[k][s] * rows[k]}, over all k; short rows are few here, beside as long
   * ones as the gates.
   *
   * @param factors {@code [rows][sums, at least]}
   * @param rows as many as are added, {@link #padded}
   * @param sums an even number
   * @param length of the rows and sums
   */
  static void addTransposed(float[][] factors, float[][] rows, float[][] sums, int length) {
    for (int s = 0; s < sums.length; s += SUMS_A_PASS) {
      for (int k = 0; k < rows.length; k += ROWS_A_PASS) {
        float[] w = factors[k];
        float[] x = factors[k + 1];
        float[] y = factors[k + 2];
        float[] z = factors[k + 3];
        passLong(
            rows[k],
            rows[k + 1],
            rows[k + 2],
            rows[k + 3],
            w[s],
            x[s],
            y[s],
            z[s],
            w[s + 1],
            x[s + 1],
            y[s + 1],
            z[s + 1],
            sums[s],
            sums[s + 1],
            length);
      }
    }
  }

  /** Static, and its arrays plain parameters: what the JIT needs to see. */
  private static void passLong(
      float[] w,
      float[] x,
      float[] y,
      float[] z,
      float aw,
      float ax,
      float ay,
      float az,
      float bw,
      float bx,
      float by,
      float bz,
      float[] a,
      float[] b,
      int length) {
    for (int i = 0; i < length; i++) {
      float first = w[i];
      float second = x[i];
      float third = y[i];
      float fourth = z[i];
      a[i] =
          Math.fma(
              az, fourth, Math.fma(ay, third, Math.fma(ax, second, Math.fma(aw, first, a[i]))));
      b[i] =
          Math.fma(
              fourth, bz, Math.fma(third, by, Math.fma(second, bx, Math.fma(first, bw, b[i]))));
    }
  }

  /** As {@link #passLong}, for rows that are not {@link #LONG}. */
  private static void passShort(
      float[] w,
      float[] x,
      float[] y,
      float[] z,
      float aw,
      float ax,
      float ay,
      float az,
      float bw,
      float bx,
      float by,
      float bz,
      float[] a,
      float[] b,
      int length) {
    for (int i = 0; i < length; i++) {
      float first = w[i];
      float second = x[i];
      float third = y[i];
      float fourth = z[i];
      a[i] =
          Math.fma(
              az, fourth, Math.fma(ay, third, Math.fma(ax, second, Math.fma(aw, first, a[i]))));
      b[i] =
          Math.fma(
              fourth, bz, Math.fma(third, by, Math.fma(second, bx, Math.fma(first, bw, b[i]))));
    }
  }
}
