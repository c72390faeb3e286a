// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.network;

import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Random;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;

/**
 * Random weights of one layer of an echo state network (Jaeger 2001; Lukosevicius 2012, section 3).
 *
 * <p>Each unit is connected to {@value #FAN_IN} others. The state weights are scaled to a spectral
 * radius of {@value #SPECTRAL_RADIUS}, so that old inputs fade slowly. The leaks are evenly spaced
 * on the logarithmic scale: the fastest unit follows each point, the slowest averages over ten.
 * Slower units gave worse forecasts.
 *
 * @param inputWeights {@code [hidden, inputs]}
 * @param stateWeights {@code [hidden, hidden]}
 * @param bias {@code [hidden]}
 * @param leak {@code [hidden]}, above 0 to 1
 */
record Reservoir(float[] inputWeights, float[] stateWeights, float[] bias, float[] leak) {

  private static final int FAN_IN = 10;
  private static final double SPECTRAL_RADIUS = 0.95;
  private static final double INPUT_BOUND = 0.5;
  private static final double BIAS_BOUND = 0.2;
  private static final double SLOWEST_LEAK = 0.1;

  /** Draws a layer. */
  static Reservoir draw(int inputs, int hidden, Random random) {
    float[] inputWeights = ParameterArrays.uniform(new Shape(hidden, inputs), INPUT_BOUND, random);
    double[][] stateWeights = sparse(hidden, random);
    float[] bias = ParameterArrays.uniform(new Shape(hidden), BIAS_BOUND, random);
    return new Reservoir(inputWeights, scaled(stateWeights), bias, leaks(hidden));
  }

  private static double[][] sparse(int hidden, Random random) {
    double[][] matrix = new double[hidden][hidden];
    for (double[] row : matrix) {
      for (int i = 0; i < Math.min(FAN_IN, hidden); i++) {
        row[random.nextInt(hidden)] = 2 * random.nextDouble() - 1;
      }
    }
    return matrix;
  }

  private static float[] scaled(double[][] matrix) {
    double factor = SPECTRAL_RADIUS / Math.max(spectralRadius(matrix), 1e-6);
    float[] flat = new float[matrix.length * matrix.length];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = (float) (factor * matrix[i / matrix.length][i % matrix.length]);
    }
    return flat;
  }

  /** Largest modulus of an eigenvalue. */
  static double spectralRadius(double[][] matrix) {
    EigenDecompositionNonSymmetric eigen =
        new EigenDecompositionNonSymmetric(new Array2DRowRealMatrix(matrix, false));
    return Arrays.stream(eigen.getEigenvalues()).mapToDouble(Complex::norm).max().orElse(0);
  }

  private static float[] leaks(int hidden) {
    float[] leaks = new float[hidden];
    for (int i = 0; i < hidden; i++) {
      double part = hidden == 1 ? 0 : (double) i / (hidden - 1);
      leaks[i] = (float) Math.pow(SLOWEST_LEAK, part);
    }
    return leaks;
  }
}
