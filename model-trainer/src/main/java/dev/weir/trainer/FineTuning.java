// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer;

import static dev.weir.trainer.TunedOption.CELL;
import static dev.weir.trainer.TunedOption.HIDDEN;
import static dev.weir.trainer.TunedOption.LEARNING_RATE;

import dev.weir.artifact.ModelArtifact;
import dev.weir.forecast.Architecture;
import dev.weir.trainer.fit.FitConfig;
import dev.weir.trainer.history.UntrainableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Training that starts from a model's weights instead of random ones: a short history is then
 * enough, since only what is different about it has to be learnt (Howard &amp; Ruder 2018).
 */
public final class FineTuning {

  /** A fifth of what training from nothing takes: what is known already must not be shaken off. */
  private static final double GENTLE_LEARNING_RATE = 0.001;

  private FineTuning() {}

  /** The model's own shape, and gentler steps. */
  public static TrainingOptions options(ModelArtifact start) {
    Architecture shape = start.architecture();
    return TrainingOptions.DEFAULTS
        .withNetwork(
            new NetworkOptions(
                shape.cell(), shape.hidden(), shape.layers(), shape.errorDistribution()))
        .withFit(FitConfig.DEFAULT.withLearningRate(GENTLE_LEARNING_RATE))
        .withTune(new TuneOptions(0, Set.of(CELL, HIDDEN, LEARNING_RATE)));
  }

  /**
   * @throws UntrainableException where the model is of another shape than what is to be trained,
   *     with every difference
   */
  static void requireSameShape(ModelArtifact start, Architecture wanted) {
    Architecture found = start.architecture();
    if (found.equals(wanted)) {
      return;
    }
    List<String> differences = new ArrayList<>();
    compare(differences, "features", found.features(), wanted.features());
    compare(differences, "cell", found.cell().label(), wanted.cell().label());
    compare(differences, "hidden", found.hidden(), wanted.hidden());
    compare(differences, "layers", found.layers(), wanted.layers());
    compare(
        differences,
        "error-distribution",
        found.errorDistribution().label(),
        wanted.errorDistribution().label());
    throw new UntrainableException(
        "a fit starts from a model of the same shape: model="
            + start.id()
            + ", "
            + String.join(", ", differences)
            + "; leave these options out, or train without --from");
  }

  private static void compare(List<String> differences, String what, Object found, Object wanted) {
    if (!found.equals(wanted)) {
      differences.add(what + " expected=" + wanted + " found=" + found);
    }
  }
}
