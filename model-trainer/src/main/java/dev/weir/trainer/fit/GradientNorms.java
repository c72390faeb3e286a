// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What gradients did in a fit: whether they reach back in time, and whether they had to be cut.
 *
 * @param byStep how the gradient of one loss fades with the way back; empty where no window of the
 *     validation span was long enough
 * @param median of the batches' norms before clipping; 0 where nothing was learnt by gradients
 * @param largest of the same
 * @param clipped batches whose gradient was shortened
 * @param batches batches learnt from by gradients
 */
public record GradientNorms(
    List<StepBack> byStep, double median, double largest, int clipped, int batches) {

  /**
   * The gradient of the loss of a window's last forecast with respect to the state so many steps
   * before it.
   *
   * @param steps steps back, 1 or more
   * @param norm Euclidean norm in that of one step back, median over series
   */
  public record StepBack(int steps, double norm) {}

  /** Lines for a person. */
  public List<String> lines() {
    String steps =
        byStep.stream()
            .map(step -> String.format(Locale.ROOT, "%d: %.2g", step.steps(), step.norm()))
            .collect(Collectors.joining("  "));
    String fading = "gradient of a loss by steps back, in that of one step: " + steps;
    String batchNorms =
        String.format(
            Locale.ROOT,
            "gradient norm of a batch: median %.3g, largest %.3g, clipped %,d of %,d",
            median,
            largest,
            clipped,
            batches);
    return batches == 0 ? List.of(fading) : List.of(fading, batchNorms);
  }
}
