// SPDX-License-Identifier: Apache-2.0
package dev.weir.detect;

import dev.weir.forecast.Architecture;
import dev.weir.forecast.Weights;
import dev.weir.score.Calibration;
import java.util.List;

/**
 * The parts of a trained model that a {@link Detector} runs.
 *
 * @param id name and version, {@code name@version}
 * @param features names of the features, in the order of a point's values
 * @param architecture shape of the network
 * @param weights parameters of the network
 * @param calibration rates of incidents in the cohort
 */
public record DetectorModel(
    String id,
    List<String> features,
    Architecture architecture,
    Weights weights,
    Calibration calibration) {

  /**
   * @throws IllegalArgumentException if names and architecture differ in the number of features
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
