// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer;

import dev.weir.artifact.ModelArtifact;
import dev.weir.trainer.accuracy.ForecastReport;
import dev.weir.trainer.fit.FitReport;
import dev.weir.trainer.history.HistoryCounts;
import java.nio.file.Path;
import java.util.List;

/**
 * Result of training.
 *
 * @param model the artifact, as written
 * @param file file of the artifact
 * @param counts number of rows of the history kept and dropped
 * @param warnings what was left out of the history and why
 * @param fit report of the fit
 * @param forecast accuracy of the forecasts on held-out points
 */
public record TrainingResult(
    ModelArtifact model,
    Path file,
    HistoryCounts counts,
    List<String> warnings,
    FitReport fit,
    ForecastReport forecast) {}
