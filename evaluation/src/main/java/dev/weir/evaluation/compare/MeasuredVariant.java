// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.compare;

import dev.weir.evaluation.nab.NabResult;
import dev.weir.forecast.Architecture;
import dev.weir.trainer.accuracy.ForecastReport;
import dev.weir.trainer.fit.FitReport;
import java.util.List;

/**
 * Measures of one trained variant.
 *
 * @param label name of the variant
 * @param architecture shape of its network
 * @param parameters number of parameters
 * @param fit report of the fit
 * @param forecast accuracy on held-out time
 * @param nab official NAB score of each profile; empty if NAB is not scored
 * @param stepTime CPU time per step
 * @param bytesPerSeries bytes of state per series
 */
public record MeasuredVariant(
    String label,
    Architecture architecture,
    int parameters,
    FitReport fit,
    ForecastReport forecast,
    List<NabResult> nab,
    StepTime stepTime,
    int bytesPerSeries) {

  /**
   * Norm of the gradient at a number of steps back, divided by the norm at one step; NaN if it was
   * not measured.
   */
  double gradientBack(int steps) {
    return fit.gradients().byStep().stream()
        .filter(step -> step.steps() == steps)
        .mapToDouble(step -> step.norm())
        .findFirst()
        .orElse(Double.NaN);
  }
}
