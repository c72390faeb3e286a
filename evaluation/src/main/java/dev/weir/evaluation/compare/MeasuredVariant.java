package dev.weir.evaluation.compare;

import dev.weir.evaluation.nab.NabResult;
import dev.weir.forecast.Architecture;
import dev.weir.trainer.accuracy.ForecastReport;
import dev.weir.trainer.fit.FitReport;
import java.util.List;

/**
 * What one variant brought.
 *
 * @param label names the row
 * @param architecture shape of its network
 * @param parameters numbers in the artifact
 * @param fit how the fit went
 * @param forecast error on held-out time
 * @param nab the benchmark's official figure of each profile; empty where it wasn't asked for
 * @param stepTime time a step
 * @param bytesPerKey bytes kept of a series
 */
public record MeasuredVariant(
    String label,
    Architecture architecture,
    int parameters,
    FitReport fit,
    ForecastReport forecast,
    List<NabResult> nab,
    StepTime stepTime,
    int bytesPerKey) {

  /** Norm of the gradient so many steps back, in that of one step; NaN where not measured. */
  double gradientBack(int steps) {
    return fit.gradients().byStep().stream()
        .filter(step -> step.steps() == steps)
        .mapToDouble(step -> step.norm())
        .findFirst()
        .orElse(Double.NaN);
  }
}
