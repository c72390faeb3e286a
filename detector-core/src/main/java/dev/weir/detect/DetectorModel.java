package dev.weir.detect;

import dev.weir.forecast.Architecture;
import dev.weir.forecast.Weights;
import dev.weir.score.Calibration;
import java.util.List;

/**
 * What a detector needs of a trained model.
 *
 * @param id name and version, {@code name@version}
 * @param features names of the features, in the order of a point's values
 * @param architecture shape of the network
 * @param weights its parameters
 * @param calibration errors of the cohort it was calibrated on
 */
public record DetectorModel(
    String id,
    List<String> features,
    Architecture architecture,
    Weights weights,
    Calibration calibration) {

  /**
   * @throws IllegalArgumentException where names and architecture differ in the number of features
   */
  public DetectorModel {
    features = List.copyOf(features);
    if (features.size() != architecture.features()) {
      throw new IllegalArgumentException(
          "feature names must match the architecture: names="
              + features
              + ", expected="
              + architecture.features());
    }
  }
}
