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
 * Options and checks of fine-tuning, which starts from the weights of a model, so that a short
 * history is enough (Howard &amp; Ruder 2018).
 */
public final class FineTuning {

  /** A fifth of the default, so that the weights stay close to those of the model. */
  private static final double LEARNING_RATE_FROM_MODEL = 0.001;

  private FineTuning() {}

  /** Returns the default options with the shape of the model and a lower learning rate. */
  public static TrainingOptions options(ModelArtifact start) {
    Architecture shape = start.architecture();
    return TrainingOptions.DEFAULTS
        .withNetwork(
            new NetworkOptions(
                shape.cell(), shape.hidden(), shape.layers(), shape.errorDistribution()))
        .withFit(FitConfig.DEFAULT.withLearningRate(LEARNING_RATE_FROM_MODEL))
        .withTune(new TuneOptions(0, Set.of(CELL, HIDDEN, LEARNING_RATE)));
  }

  /**
   * @throws UntrainableException if the shapes differ; the message lists all differences
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
        "the start model must have the shape of the trained model: model="
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
