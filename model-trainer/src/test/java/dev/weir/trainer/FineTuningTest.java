// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.artifact.ModelArtifact;
import dev.weir.forecast.CellKind;
import dev.weir.forecast.ErrorDistribution;
import dev.weir.sandbox.synthetic.MetricKind;
import dev.weir.sandbox.synthetic.SyntheticConfig;
import dev.weir.sandbox.synthetic.SyntheticSeries;
import dev.weir.trainer.fit.FitConfig;
import dev.weir.trainer.history.HistorySource;
import dev.weir.trainer.history.UntrainableException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FineTuningTest {

  @TempDir Path folder;

  private static HistorySource temperatures(int features, long seed) {
    return HistorySource.generated(
        new SyntheticSeries(
                new SyntheticConfig(
                    4,
                    features,
                    Set.of(MetricKind.TEMPERATURE),
                    Instant.parse("2026-01-01T00:00:00Z"),
                    Duration.ofMinutes(5),
                    Duration.ofHours(4),
                    1500,
                    0,
                    seed))
            ::history);
  }

  private static TrainingPipeline pipeline(TrainingOptions options) {
    return new TrainingPipeline(options, TrainingEnvironment.quiet());
  }

  private static TrainingOptions onePass(TrainingOptions options) {
    return options.withFit(options.fit().withEpochs(1));
  }

  private ModelArtifact start() throws IOException {
    TrainingOptions options =
        TrainingOptions.DEFAULTS
            .withNetwork(NetworkOptions.DEFAULT.withHidden(8))
            .withFit(FitConfig.DEFAULT.withEpochs(8));
    return pipeline(options).run(temperatures(1, 1), folder.resolve("start.weir")).model();
  }

  @Test
  void options_ofAModel_haveItsShapeAndALowerLearningRate() throws IOException {
    TrainingOptions options = FineTuning.options(start());
    assertThat(options.network().hidden()).isEqualTo(8);
    assertThat(options.fit().learningRate()).isLessThan(FitConfig.DEFAULT.learningRate());
  }

  @Test
  void run_fromAModel_hasALowerLossAndRecordsTheModel() throws IOException {
    ModelArtifact start = start();
    TrainingOptions options = onePass(FineTuning.options(start));
    TrainingResult tuned =
        pipeline(options).from(start).run(temperatures(1, 2), folder.resolve("tuned.weir"));
    TrainingResult fresh = pipeline(options).run(temperatures(1, 2), folder.resolve("fresh.weir"));
    assertThat(tuned.fit().bestLoss()).isLessThan(fresh.fit().bestLoss());
    assertThat(tuned.model().provenance()).containsEntry("option.from", start.id());
    assertThat(fresh.model().provenance()).doesNotContainKey("option.from");
  }

  @Test
  void run_noPassIsBetter_keepsTheWeightsOfTheModel() throws IOException {
    ModelArtifact start = start();
    TrainingOptions once = onePass(FineTuning.options(start));
    TrainingOptions unstable = once.withFit(once.fit().withLearningRate(1));
    TrainingResult result =
        pipeline(unstable).from(start).run(temperatures(1, 1), folder.resolve("unstable.weir"));
    assertThat(result.fit().bestEpoch()).isZero();
    assertThat(result.model().weights()).isEqualTo(start.weights());
  }

  @Test
  void run_otherShape_isRejectedWithAllDifferences() throws IOException {
    ModelArtifact start = start();
    TrainingOptions other =
        TrainingOptions.DEFAULTS.withNetwork(
            new NetworkOptions(CellKind.LSTM, 9, 1, ErrorDistribution.GAUSSIAN));
    assertThatThrownBy(
            () -> pipeline(other).from(start).run(temperatures(2, 1), folder.resolve("other.weir")))
        .isInstanceOf(UntrainableException.class)
        .hasMessageContaining(start.id())
        .hasMessageContaining("features expected=2 found=1")
        .hasMessageContaining("hidden expected=9 found=8")
        .hasMessageContaining("error-distribution expected=gaussian found=student-t")
        .hasMessageNotContaining("layers");
  }
}
