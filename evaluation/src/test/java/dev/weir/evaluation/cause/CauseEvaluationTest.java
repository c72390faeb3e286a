// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.cause;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.artifact.DefaultModel;
import dev.weir.detect.DetectorConfig;
import dev.weir.evaluation.figure.Bootstrap;
import dev.weir.sandbox.synthetic.CoupledConfig;
import dev.weir.trainer.NetworkOptions;
import dev.weir.trainer.TrainingOptions;
import dev.weir.trainer.fit.FitConfig;
import dev.weir.trainer.window.WindowConfig;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CauseEvaluationTest {

  private static final TrainingOptions TINY =
      TrainingOptions.DEFAULTS
          .withNetwork(NetworkOptions.DEFAULT.withHidden(12))
          .withWindows(WindowConfig.DEFAULT.withWindow(32))
          .withFit(FitConfig.DEFAULT.withEpochs(5));

  @Test
  void run_jointModel_identifiesCausesFarMoreOftenThanChance() throws IOException {
    CauseEvaluation evaluation =
        new CauseEvaluation(new CoupledConfig(4, 2016, 8 * 800, 8, 5), TINY);
    CauseReport report =
        evaluation.run(
            evaluation.train(),
            DefaultModel.resolve(Path.of(DefaultModel.NAME)).model(),
            DetectorConfig.DEFAULT);
    assertThat(report.found()).isGreaterThan(0.4);
    assertThat(report.identified()).isGreaterThan(2 * CauseReport.BY_CHANCE);
    assertThat(report.summary(Bootstrap.DEFAULT)).contains("| joint | all | 32 |");
  }
}
