package dev.weir.trainer.fit;

/**
 * How a network is fitted.
 *
 * @param epochs most passes over the training span, 1 or more
 * @param learningRate Adam's step size at its largest, above 0
 * @param schedule how the step size falls
 * @param clipNorm largest Euclidean norm of the whole gradient; a longer one is scaled down to it;
 *     0 for none
 * @param patience passes without a better validation loss after which it ends, 1 or more
 * @param forgetBias initial bias of the LSTM's forget gate
 * @param dropout part of the hidden outputs dropped between layers and before the head, 0 to below
 *     1
 * @param secondsLimit wall time after which no further pass begins; 0 for none
 * @param seed of initial weights, order and dropout
 */
public record FitConfig(
    int epochs,
    double learningRate,
    Schedule schedule,
    double clipNorm,
    int patience,
    double forgetBias,
    double dropout,
    int secondsLimit,
    long seed) {

  /**
   * @throws IllegalArgumentException where a value is out of range
   */
  public FitConfig {
    require(epochs >= 1, "epochs must be 1 or more: epochs=" + epochs);
    require(learningRate > 0, "learningRate must be above 0: learningRate=" + learningRate);
    require(clipNorm >= 0, "clipNorm must be 0 or more: clipNorm=" + clipNorm);
    require(patience >= 1, "patience must be 1 or more: patience=" + patience);
    require(dropout >= 0 && dropout < 1, "dropout must lie in [0, 1): dropout=" + dropout);
    require(secondsLimit >= 0, "secondsLimit must be 0 or more: secondsLimit=" + secondsLimit);
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
