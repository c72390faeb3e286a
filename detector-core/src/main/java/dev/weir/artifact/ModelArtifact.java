// SPDX-License-Identifier: Apache-2.0
package dev.weir.artifact;

import dev.weir.detect.DetectorModel;
import dev.weir.forecast.Architecture;
import dev.weir.forecast.Weights;
import dev.weir.score.Calibration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A trained model with its provenance.
 *
 * @param name name of the model: letters, digits, dots, dashes and underscores
 * @param features names of the features, in the order of a point's values; distinct
 * @param architecture shape of the network
 * @param weights parameters of the network
 * @param calibration rates of incidents in the cohort
 * @param provenance fingerprint and span of the data, options, seed and versions: text by name
 * @param metrics metrics on the held-out time span, by name; finite
 */
public record ModelArtifact(
    String name,
    List<String> features,
    Architecture architecture,
    Weights weights,
    Calibration calibration,
    Map<String, String> provenance,
    Map<String, Double> metrics) {

  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]*";

  /**
   * @throws IllegalArgumentException if the name has other characters, a metric is not finite, or
   *     the features do not match the architecture
   */
  public ModelArtifact {
    if (!name.matches(NAME)) {
      throw new IllegalArgumentException(
          "the name of a model must match " + NAME + ": name=" + name);
    }
    metrics.forEach(ModelArtifact::requireFinite);
    features = List.copyOf(features);
    DetectorModel.requireFeatures(features, architecture);
    provenance = Map.copyOf(new TreeMap<>(provenance));
    metrics = Map.copyOf(new TreeMap<>(metrics));
  }

  private static void requireFinite(String metric, Double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("metrics must be finite: " + metric + "=" + value);
    }
  }

  /**
   * Version of the model: the first 12 hexadecimal digits of the SHA-256 of all that a detector
   * runs: features, architecture, calibration and weights.
   */
  public String version() {
    byte[] json = ArtifactJson.compact(List.of(features, architecture, calibration.blocks()));
    return Sha256.of(json, Safetensors.write(weights)).substring(0, 12);
  }

  /** Id of the model: {@code name@version}. */
  public String id() {
    return name + "@" + version();
  }

  /** The parts that a detector runs. */
  public DetectorModel model() {
    return new DetectorModel(id(), features, architecture, weights, calibration);
  }

  /** Returns this model with another calibration. */
  public ModelArtifact withCalibration(Calibration measured) {
    return new ModelArtifact(name, features, architecture, weights, measured, provenance, metrics);
  }

  /** Returns this model with other metrics. */
  public ModelArtifact withMetrics(Map<String, Double> measured) {
    return new ModelArtifact(
        name, features, architecture, weights, calibration, provenance, measured);
  }
}
