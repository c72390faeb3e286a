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
 * @param features names of the features, in the order of a point's values; distinct
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
   * @throws IllegalArgumentException if the features do not match the architecture
   */
  public DetectorModel {
    features = List.copyOf(features);
    requireFeatures(features, architecture);
  }

  /**
   * Verifies the names of features.
   *
   * @throws IllegalArgumentException if there are not as many names as features, or two names are
   *     equal, or one is blank
   */
  public static void requireFeatures(List<String> names, Architecture architecture) {
    if (names.size() != architecture.features()
        || names.stream().distinct().count() != names.size()
        || names.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(
          "feature names must match the architecture, be distinct and not blank: names="
              + names
              + ", expected="
              + architecture.features());
    }
  }
}
