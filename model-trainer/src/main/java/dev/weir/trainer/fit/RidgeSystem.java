// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * Weighted ridge regression (Hoerl &amp; Kennard 1970) from sums over batches: {@code (X'WX +
 * lambda I) b = X'Wy}. Lambda is relative to the mean of the diagonal. The last column, the
 * intercept, is not shrunk.
 */
final class RidgeSystem {

  private static final double TINY = 1e-9;
  private static final double SYMMETRY = 1e-12;

  private final int size;
  private final double[][] gram;
  private final double[] moments;

  /**
   * @param size columns, including the intercept
   */
  RidgeSystem(int size) {
    this.size = size;
    gram = new double[size][size];
    moments = new double[size];
  }

  /**
   * Adds a batch.
   *
   * @param product {@code X'WX} of a batch, {@code [size, size]}, flat
   * @param moment {@code X'Wy} of a batch
   */
  void add(float[] product, float[] moment) {
    for (int i = 0; i < size; i++) {
      for (int j = i; j < size; j++) {
        gram[i][j] += product[i * size + j];
      }
      moments[i] += moment[i];
    }
  }

  /**
   * Solves the system.
   *
   * @param ridge lambda divided by the mean of the diagonal, above 0
   * @return coefficients, the intercept last
   */
  double[] solve(double ridge) {
    double mean = 0;
    for (int i = 0; i < size; i++) {
      mean += gram[i][i] / size;
    }
    RealMatrix matrix = new Array2DRowRealMatrix(size, size);
    for (int i = 0; i < size; i++) {
      for (int j = i; j < size; j++) {
        matrix.setEntry(i, j, gram[i][j]);
        matrix.setEntry(j, i, gram[i][j]);
      }
      matrix.addToEntry(i, i, mean * (i == size - 1 ? TINY : ridge) + Double.MIN_NORMAL);
    }
    return new CholeskyDecomposition(matrix, SYMMETRY, 0)
        .getSolver()
        .solve(new ArrayRealVector(moments))
        .toArray();
  }
}
