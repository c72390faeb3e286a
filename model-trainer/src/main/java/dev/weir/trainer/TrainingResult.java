// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer;

import dev.weir.artifact.ModelArtifact;
import dev.weir.trainer.accuracy.ForecastReport;
import dev.weir.trainer.fit.FitReport;
import dev.weir.trainer.history.HistoryCounts;
import java.nio.file.Path;
import java.util.List;

/**
 * What training brought.
 *
 * @param model the artifact, as written
 * @param file where it was written
 * @param counts what became of the rows of the history
 * @param warnings what was left out and why
 * @param fit how the fit went
 * @param forecast how well the model forecasts on held-out time
 */
public record TrainingResult(
    ModelArtifact model,
    Path file,
    HistoryCounts counts,
    List<String> warnings,
    FitReport fit,
    ForecastReport forecast) {}
