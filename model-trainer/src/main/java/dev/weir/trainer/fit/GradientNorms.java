// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Norms of the gradients in a fit: how far they reach back in time, and how often they were
 * clipped.
 *
 * @param byStep norms by steps back; empty if the validation span has no window that ends with a
 *     target
 * @param median median norm of a batch before clipping; 0 without batches
 * @param largest largest norm of a batch before clipping; 0 without batches
 * @param clipped batches whose gradient was clipped
 * @param batches batches trained on by gradients
 */
public record GradientNorms(
    List<StepBack> byStep, double median, double largest, int clipped, int batches) {

  /**
   * Gradient of the loss of a forecast with respect to an earlier state.
   *
   * @param steps steps back, 1 or more
   * @param norm Euclidean norm divided by that of one step back, median over series
   */
  public record StepBack(int steps, double norm) {}

  /** Lines of the progress output. */
  public List<String> lines() {
    String steps =
        byStep.stream()
            .map(step -> String.format(Locale.ROOT, "%d: %.2g", step.steps(), step.norm()))
            .collect(Collectors.joining("  "));
    String byStepsBack = "gradient norm by steps back, relative to one step: " + steps;
    String batchNorms =
        String.format(
            Locale.ROOT,
            "gradient norm of a batch: median %.3g, largest %.3g, clipped %,d of %,d",
            median,
            largest,
            clipped,
            batches);
    return batches == 0 ? List.of(byStepsBack) : List.of(byStepsBack, batchNorms);
  }
}
