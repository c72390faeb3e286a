package dev.weir.artifact;

import dev.weir.detect.DetectorModel;
import dev.weir.forecast.Architecture;
import dev.weir.forecast.Weights;
import dev.weir.score.Calibration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A trained model with all that tells where it comes from.
 *
 * @param name name of the model, letters, digits, dots, dashes and underscores
 * @param features names of the features, in the order of a point's values
 * @param architecture shape of the network
 * @param weights its parameters
 * @param calibration errors of the cohort it was calibrated on
 * @param provenance data fingerprint and span, options, seed, versions: free text by name
 * @param metrics what was measured on held-out time, by name
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
   * @throws IllegalArgumentException where the name holds other characters
   */
  public ModelArtifact {
    if (!name.matches(NAME)) {
      throw new IllegalArgumentException("a model's name must match " + NAME + ": name=" + name);
    }
    metrics.forEach(ModelArtifact::requireFinite);
    features = List.copyOf(features);
    provenance = Map.copyOf(new TreeMap<>(provenance));
    metrics = Map.copyOf(new TreeMap<>(metrics));
  }

  private static void requireFinite(String metric, Double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("metrics must be finite: " + metric + "=" + value);
    }
  }

  /** The first 12 digits of the weights' hash: the same weights are the same version. */
  public String version() {
    return WeightsHash.of(Safetensors.write(weights)).substring(0, 12);
  }

  /** Name and version: {@code name@version}. */
  public String id() {
    return name + "@" + version();
  }

  /** What a detector needs of it. */
  public DetectorModel model() {
    return new DetectorModel(id(), features, architecture, weights, calibration);
  }

  /** The same model with another calibration. */
  public ModelArtifact withCalibration(Calibration measured) {
    return new ModelArtifact(name, features, architecture, weights, measured, provenance, metrics);
  }

  /** The same model with these metrics. */
  public ModelArtifact withMetrics(Map<String, Double> measured) {
    return new ModelArtifact(
        name, features, architecture, weights, calibration, provenance, measured);
  }
}
