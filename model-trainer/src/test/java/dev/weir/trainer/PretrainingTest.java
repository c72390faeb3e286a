// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.artifact.DefaultModel;
import dev.weir.artifact.ModelArtifact;
import dev.weir.artifact.ModelReader;
import dev.weir.sandbox.junit.SharedData;
import dev.weir.trainer.accuracy.ForecastEvaluation;
import dev.weir.trainer.accuracy.ForecastReport;
import dev.weir.trainer.history.CsvConfig;
import dev.weir.trainer.history.CsvFolder;
import dev.weir.trainer.history.History;
import dev.weir.trainer.history.SplitFractions;
import dev.weir.trainer.history.SplitSeries;
import dev.weir.trainer.history.TrainableHistory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PretrainingTest {

  /** Folders of series; other folders hold scores. */
  private static final List<String> CATEGORIES =
      List.of(
          "artificialNoAnomaly",
          "artificialWithAnomaly",
          "realAWSCloudwatch",
          "realAdExchange",
          "realKnownCause",
          "realTraffic",
          "realTweets");

  @TempDir Path folder;

  private static TrainingResult pretrain(Path file) throws IOException {
    TrainingOptions options =
        Pretraining.OPTIONS
            .withNetwork(NetworkOptions.DEFAULT.withHidden(4))
            .withFit(Pretraining.OPTIONS.fit().withEpochs(1));
    return new TrainingPipeline(options, TrainingEnvironment.quiet())
        .run(Pretraining.series(60, 300, options), file);
  }

  @Test
  void run_sameSeed_givesTheSameModelAndEvaluatesHeldOutSeries() throws IOException {
    TrainingResult first = pretrain(folder.resolve("1.weir"));
    TrainingResult second = pretrain(folder.resolve("2.weir"));
    assertThat(second.model().id()).isEqualTo(first.model().id()).startsWith("default@");
    assertThat(first.forecast().errors()).hasSize(3);
    assertThat(ModelReader.read(first.file()).calibration().points()).isPositive();
  }

  @Test
  void defaultModel_provenance_namesItsSeries() throws IOException {
    assertThat(DefaultModel.bytes()).hasSizeLessThan(1 << 20);
    ModelArtifact model = DefaultModel.resolve(Path.of(DefaultModel.NAME));
    assertThat(model.name()).isEqualTo("default");
    assertThat(model.features()).containsExactly("value");
    assertThat(model.provenance()).containsEntry("option.hold-out", "series");
    assertThat(model.provenance().get("data.source")).startsWith("composed series");
  }

  /** The model was trained on generated series only. */
  @Test
  void defaultModel_realSeries_beatsPersistenceOnNearlyAll() throws IOException {
    ForecastReport report =
        new ForecastEvaluation(DefaultModel.resolve(Path.of(DefaultModel.NAME)).model())
            .evaluate(realSeries());
    assertThat(report.comparable()).hasSize(57);
    assertThat(report.better()).as(report.text()).isGreaterThanOrEqualTo(50);
    assertThat(report.meanRatio()).as(report.text()).isLessThan(0.86);
  }

  private static List<SplitSeries> realSeries() throws IOException {
    Path nab = SharedData.folder("nab");
    SplitFractions parts = SplitOptions.DEFAULT.fractions();
    List<SplitSeries> split = new ArrayList<>();
    for (String category : CATEGORIES) {
      CsvFolder files = new CsvFolder(nab.resolve(category), CsvConfig.DEFAULT);
      History history = TrainableHistory.of(files.read());
      history.series().forEach(series -> split.add(SplitSeries.of(series, parts)));
    }
    return split;
  }
}
