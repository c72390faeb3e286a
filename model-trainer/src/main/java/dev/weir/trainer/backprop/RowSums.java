package dev.weir.trainer.backprop;

/**
 * Matrix products as sums of rows: {@code sums[s] += factor * rows[k]}.
 *
 * <p>A pass adds two rows to four sums: the JIT makes SIMD of that on any JDK. More of either, or a
 * place in an array other than the loop's own variable, and the compiler of JDK 17 leaves it
 * scalar.
 */
final class RowSums {

  /** Sums come in whole groups of so many. */
  static final int SUMS_A_PASS = 4;

  /** Rows come in whole groups of so many. */
  private static final int ROWS_A_PASS = 2;

  private RowSums() {}

  /** The next whole number of passes. */
  static int padded(int count) {
    return (count + SUMS_A_PASS - 1) / SUMS_A_PASS * SUMS_A_PASS;
  }

  /**
   * {@code sums[s] += factors[s][k] * rows[k]}, over all k.
   *
   * @param factors {@code [sums][rows, at least]}
   * @param rows as many as are added, an even number
   * @param sums a multiple of {@link #SUMS_A_PASS}
   * @param length of the rows and sums
   */
  static void add(float[][] factors, float[][] rows, float[][] sums, int length) {
    for (int s = 0; s < sums.length; s += SUMS_A_PASS) {
      add(factors, rows, 0, sums, s, length);
    }
  }

  /** Adds the rows from one on to one group of sums. */
  private static void add(
      float[][] factors, float[][] rows, int firstRow, float[][] sums, int s, int length) {
    float[] a = factors[s];
    float[] b = factors[s + 1];
    float[] c = factors[s + 2];
    float[] d = factors[s + 3];
    for (int k = firstRow; k < rows.length; k += ROWS_A_PASS) {
      pass(
          rows[k],
          rows[k + 1],
          a[k],
          a[k + 1],
          b[k],
          b[k + 1],
          c[k],
          c[k + 1],
          d[k],
          d[k + 1],
          sums[s],
          sums[s + 1],
          sums[s + 2],
          sums[s + 3],
          length);
    }
  }

  /**
   * {@code sums[s] = factors[s][k] * rows[k]}, over all k.
   *
   * @param factors {@code [sums][rows, at least]}
   * @param rows as many as are added, an even number
   * @param sums a multiple of {@link #SUMS_A_PASS}
   * @param length of the rows and sums
   */
  static void set(float[][] factors, float[][] rows, float[][] sums, int length) {
    for (int s = 0; s < sums.length; s += SUMS_A_PASS) {
      float[] a = factors[s];
      float[] b = factors[s + 1];
      float[] c = factors[s + 2];
      float[] d = factors[s + 3];
      start(
          rows[0],
          rows[1],
          a[0],
          a[1],
          b[0],
          b[1],
          c[0],
          c[1],
          d[0],
          d[1],
          sums[s],
          sums[s + 1],
          sums[s + 2],
          sums[s + 3],
          length);
      add(factors, rows, ROWS_A_PASS, sums, s, length);
    }
  }

  /**
   * {@code sums[s] += factors[k][s] * rows[k]}, over all k.
   *
   * @param factors {@code [rows][sums, at least]}
   * @param rows as many as are added, an even number
   * @param sums a multiple of {@link #SUMS_A_PASS}
   * @param length of the rows and sums
   */
  static void addTransposed(float[][] factors, float[][] rows, float[][] sums, int length) {
    for (int s = 0; s < sums.length; s += SUMS_A_PASS) {
      for (int k = 0; k < rows.length; k += ROWS_A_PASS) {
        float[] a = factors[k];
        float[] b = factors[k + 1];
        pass(
            rows[k],
            rows[k + 1],
            a[s],
            b[s],
            a[s + 1],
            b[s + 1],
            a[s + 2],
            b[s + 2],
            a[s + 3],
            b[s + 3],
            sums[s],
            sums[s + 1],
            sums[s + 2],
            sums[s + 3],
            length);
      }
    }
  }

  /** The first pass: what the sums were is not read. */
  private static void start(
      float[] x,
      float[] y,
      float ax,
      float ay,
      float bx,
      float by,
      float cx,
      float cy,
      float dx,
      float dy,
      float[] a,
      float[] b,
      float[] c,
      float[] d,
      int length) {
    for (int i = 0; i < length; i++) {
      float first = x[i];
      float second = y[i];
      a[i] = Math.fma(ay, second, ax * first);
      b[i] = Math.fma(by, second, bx * first);
      c[i] = Math.fma(cy, second, cx * first);
      d[i] = Math.fma(dy, second, dx * first);
    }
  }

  /** Static, and its arrays plain parameters: what the JIT needs to see. */
  private static void pass(
      float[] x,
      float[] y,
      float ax,
      float ay,
      float bx,
      float by,
      float cx,
      float cy,
      float dx,
      float dy,
      float[] a,
      float[] b,
      float[] c,
      float[] d,
      int length) {
    for (int i = 0; i < length; i++) {
      float first = x[i];
      float second = y[i];
      a[i] = Math.fma(ay, second, Math.fma(ax, first, a[i]));
      b[i] = Math.fma(by, second, Math.fma(bx, first, b[i]));
      c[i] = Math.fma(cy, second, Math.fma(cx, first, c[i]));
      d[i] = Math.fma(dy, second, Math.fma(dx, first, d[i]));
    }
  }
}
