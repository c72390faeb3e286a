// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.export;

import dev.weir.artifact.GoldenVectors;
import dev.weir.forecast.Architecture;
import dev.weir.forecast.Forecaster;
import dev.weir.forecast.Weights;
import dev.weir.trainer.network.ForecastNetwork;

/**
 * Check that the core computes the same outputs as DJL: golden vectors of the core against a
 * forward pass.
 */
final class Parity {

  private static final long SEED = 42;
  private static final int WINDOW = 16;

  private Parity() {}

  /**
   * Compares both.
   *
   * @return largest difference, relative for outputs above 1
   * @throws IllegalStateException if it is above {@link GoldenVectors#TOLERANCE}
   */
  static double verify(ForecastNetwork network, Weights weights) {
    Architecture architecture = network.architecture();
    GoldenVectors core = GoldenVectors.of(architecture, weights, SEED);
    float[][] reference = network.run(core.inputs(), WINDOW);
    double largest = 0;
    for (int t = 0; t < reference.length; t++) {
      for (int i = 0; i < reference[t].length; i++) {
        float expected =
            i < architecture.features()
                ? reference[t][i]
                : Forecaster.boundedLogSigma(reference[t][i]);
        double difference = Math.abs(core.outputs()[t][i] - expected);
        largest = Math.max(largest, difference / Math.max(1, Math.abs(expected)));
      }
    }
    if (!(largest <= GoldenVectors.TOLERANCE)) {
      throw new IllegalStateException(
          "outputs of the core must equal those of DJL: difference="
              + largest
              + ", expected at most "
              + GoldenVectors.TOLERANCE
              + "; if the environment does not hold ONEDNN_MAX_CPU_ISA=AVX2, set it: PyTorch's"
              + " AVX-512 kernels give wrong sums on some virtual machines");
    }
    return largest;
  }
}
