// SPDX-License-Identifier: Apache-2.0
package dev.weir.sandbox.synthetic;

import dev.weir.series.RecordedSeries;
import java.util.List;

/**
 * Generated series to train on.
 *
 * @param source description of the generator with its seed, for messages and the artifact
 * @param series the series, in the order of their index
 * @param missing number of points left out as gaps
 * @param warnings deviations from the config, one line each
 */
public record GeneratedHistory(
    String source, List<RecordedSeries> series, long missing, List<String> warnings) {

  /** Keeps unmodifiable copies. */
  public GeneratedHistory {
    series = List.copyOf(series);
    warnings = List.copyOf(warnings);
  }

  /** A history without gaps and warnings. */
  static GeneratedHistory complete(String source, List<RecordedSeries> series) {
    return new GeneratedHistory(source, series, 0, List.of());
  }
}
