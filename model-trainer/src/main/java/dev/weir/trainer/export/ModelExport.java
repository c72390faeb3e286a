// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.export;

import dev.weir.artifact.ModelArtifact;
import dev.weir.forecast.Weights;
import dev.weir.score.Calibration;
import dev.weir.trainer.network.ForecastNetwork;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Export of a trained network from DJL. */
public final class ModelExport {

  private ModelExport() {}

  /**
   * Returns the artifact, uncalibrated and without metrics.
   *
   * @param name name of the model
   * @throws IllegalStateException if outputs of the core differ from those of DJL
   */
  public static ModelArtifact export(ForecastNetwork network, String name, Provenance provenance) {
    Weights weights = network.weights();
    Parity.verify(network, weights);
    List<String> features = provenance.history().series().get(0).features();
    return new ModelArtifact(
        name,
        features,
        network.architecture(),
        weights,
        Calibration.uncalibrated(),
        entries(network, provenance),
        Map.of());
  }

  private static Map<String, String> entries(ForecastNetwork network, Provenance provenance) {
    Map<String, String> entries = new TreeMap<>(provenance.entries());
    network.versions().forEach((library, version) -> entries.put("version." + library, version));
    return entries;
  }
}
