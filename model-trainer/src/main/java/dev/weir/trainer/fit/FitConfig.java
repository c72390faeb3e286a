// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

import dev.weir.trainer.network.NetworkConfig;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * Options of the fit.
 *
 * @param epochs maximum number of passes over the training span, 1 or more
 * @param learningRate Adam's largest step size, above 0 and at most 1
 * @param schedule how the step size changes
 * @param clipNorm largest Euclidean norm of the whole gradient, 0 or more; a longer gradient is
 *     scaled down to it; 0: no clipping
 * @param patience passes without a lower validation loss after which the fit ends, 1 or more
 * @param forgetBias initial bias of the LSTM's forget gate, finite
 * @param dropout fraction of the hidden outputs dropped between layers and before the head, 0 to
 *     below 1
 * @param secondsLimit wall time after which no further pass begins, seconds, 0 or more; 0: no limit
 * @param seed seed of the initial weights, the order of the sequences, dropout and the search
 */
@RecordBuilder
public record FitConfig(
    int epochs,
    double learningRate,
    Schedule schedule,
    double clipNorm,
    int patience,
    double forgetBias,
    double dropout,
    int secondsLimit,
    long seed)
    implements FitConfigBuilder.With {

  /** The defaults of {@code weir train}. */
  public static final FitConfig DEFAULT =
      FitConfigBuilder.builder()
          .epochs(60)
          .learningRate(0.005)
          .schedule(Schedule.COSINE)
          .clipNorm(1)
          .patience(20)
          .forgetBias(1)
          .dropout(0)
          .secondsLimit(0)
          .seed(1)
          .build();

  /**
   * @throws IllegalArgumentException if a value is out of range
   */
  public FitConfig {
    require(epochs >= 1, "epochs must be 1 or more: epochs=" + epochs);
    require(
        learningRate > 0 && learningRate <= 1,
        "learning-rate must be above 0 and at most 1: learning-rate=" + learningRate);
    require(
        clipNorm >= 0 && Double.isFinite(clipNorm),
        "clip-norm must be 0 or more and finite: clip-norm=" + clipNorm);
    require(patience >= 1, "patience must be 1 or more: patience=" + patience);
    require(Double.isFinite(forgetBias), "forget-bias must be finite: forget-bias=" + forgetBias);
    require(dropout >= 0 && dropout < 1, "dropout must lie in [0, 1): dropout=" + dropout);
    require(secondsLimit >= 0, "seconds-limit must be 0 or more: seconds-limit=" + secondsLimit);
  }

  /** The options that the network needs. */
  public NetworkConfig network() {
    return new NetworkConfig(forgetBias, dropout, seed);
  }

  /** Whether a gradient of this norm is scaled down. */
  boolean clips(double norm) {
    return clipNorm > 0 && norm > clipNorm;
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
