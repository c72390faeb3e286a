// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

import dev.weir.trainer.window.SeriesSpan;
import dev.weir.trainer.window.WindowConfig;
import java.util.List;

/**
 * Training and validation spans of a fit.
 *
 * @param training spans to train on
 * @param validation spans for early stopping
 * @param windows how spans are cut into windows
 */
public record TrainingData(
    List<SeriesSpan> training, List<SeriesSpan> validation, WindowConfig windows) {

  /** Returns the same spans with other windows. */
  public TrainingData withWindows(WindowConfig other) {
    return new TrainingData(training, validation, other);
  }
}
