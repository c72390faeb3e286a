// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

import dev.weir.trainer.window.SeriesSpan;
import dev.weir.trainer.window.WindowConfig;
import java.util.List;

/**
 * What a fit learns from and is judged on.
 *
 * @param training spans to learn from
 * @param validation later spans of the same series, for early stopping
 * @param windows how they are cut
 */
public record TrainingData(
    List<SeriesSpan> training, List<SeriesSpan> validation, WindowConfig windows) {

  /** The same spans, cut otherwise. */
  public TrainingData cutInto(WindowConfig other) {
    return new TrainingData(training, validation, other);
  }
}
