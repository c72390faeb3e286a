// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer;

import static dev.weir.trainer.TrainingOptions.DEFAULTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.artifact.ModelArtifact;
import dev.weir.artifact.ModelReader;
import dev.weir.sandbox.synthetic.MetricKind;
import dev.weir.sandbox.synthetic.SyntheticConfig;
import dev.weir.sandbox.synthetic.SyntheticSeries;
import dev.weir.trainer.fit.FitConfig;
import dev.weir.trainer.history.HistorySource;
import dev.weir.trainer.history.UntrainableException;
import dev.weir.trainer.progress.TrainingMeters;
import dev.weir.trainer.window.WindowConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingPipelineTest {

  private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");
  private static final TrainingOptions QUICK =
      DEFAULTS
          .withNetwork(NetworkOptions.DEFAULT.withHidden(16))
          .withWindows(WindowConfig.DEFAULT.withWindow(32))
          .withFit(FitConfig.DEFAULT.withEpochs(25));

  @TempDir Path folder;
  private final List<String> output = new ArrayList<>();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  private static HistorySource seasonal(int features) {
    return HistorySource.generated(
        new SyntheticSeries(
                new SyntheticConfig(
                    8,
                    features,
                    Set.of(MetricKind.UTILISATION, MetricKind.TEMPERATURE, MetricKind.TRAFFIC),
                    Instant.parse("2026-01-01T00:00:00Z"),
                    Duration.ofMinutes(5),
                    Duration.ofHours(4),
                    3000,
                    0,
                    9))
            ::history);
  }

  private TrainingPipeline pipeline(TrainingOptions options) {
    return new TrainingPipeline(
        options, new TrainingEnvironment(output::add, false, meters, InstantSource.fixed(NOW)));
  }

  @Test
  void run_seasonalSeries_beatsPersistenceAndWritesProvenance() throws IOException {
    Path file = folder.resolve("models/seasonal.weir");
    TrainingResult result = pipeline(QUICK.withName("seasonal")).run(seasonal(1), file);

    assertThat(result.forecast().better()).isGreaterThanOrEqualTo(7);
    assertThat(result.forecast().meanRatio()).isLessThan(0.9);
    ModelArtifact read = ModelReader.read(file);
    assertThat(read).isEqualTo(result.model());
    assertThat(read.name()).isEqualTo("seasonal");
    assertThat(read.provenance())
        .containsEntry("created", NOW.toString())
        .containsEntry("data.series", "8")
        .containsEntry("data.points", "24000")
        .containsEntry("data.from", "2026-01-01T00:00:00Z")
        .containsEntry("option.seed", "1")
        .containsKeys("data.sha256", "version.djl", "version.pytorch", "option.learning-rate");
    assertThat(read.metrics())
        .containsKeys("heldOut.mase.model", "fit.validationLoss", "fit.batchesSkipped");
    assertThat(read.calibration().points()).isPositive();
    assertMetered(result);
    assertThat(output)
        .anySatisfy(line -> assertThat(line).contains("8 series", "24,000 points"))
        .anySatisfy(line -> assertThat(line).contains("pass 1/25", "loss", "points/s", "left"))
        .anySatisfy(line -> assertThat(line).contains("Better than persistence"));
  }

  private void assertMetered(TrainingResult result) {
    assertThat(meters.counter(TrainingMeters.POINTS).count()).isEqualTo(result.fit().points());
    assertThat(meters.counter(TrainingMeters.BATCHES).count()).isEqualTo(result.fit().batches());
    assertThat(meters.counter(TrainingMeters.BATCHES_SKIPPED).count()).isZero();
    assertThat(meters.summary(TrainingMeters.GRADIENT_NORM).count())
        .isEqualTo(result.fit().batches());
    assertThat(meters.timer(TrainingMeters.EPOCH).count()).isEqualTo(result.fit().epochs().size());
    assertThat(meters.get(TrainingMeters.VALIDATION_LOSS).gauge().value()).isFinite();
  }

  @Test
  void run_sameSeed_writesTheSameBytes() throws IOException {
    TrainingOptions options = QUICK.withFit(QUICK.fit().withEpochs(2));
    Path first = pipeline(options).run(seasonal(1), folder.resolve("1.weir")).file();
    Path second = pipeline(options).run(seasonal(1), folder.resolve("2.weir")).file();
    assertThat(second).hasSameBinaryContentAs(first);
  }

  @Test
  void run_severalFeaturesAndLayers_givesOneModel() throws IOException {
    TrainingOptions options =
        QUICK
            .withNetwork(QUICK.network().withLayers(2))
            .withFit(QUICK.fit().withEpochs(3).withDropout(0.1));
    TrainingResult result = pipeline(options).run(seasonal(3), folder.resolve("joint.weir"));
    assertThat(result.model().features()).containsExactly("value1", "value2", "value3");
    assertThat(result.forecast().errors()).hasSize(24);
  }

  @Test
  void run_targetNotWritable_isRejectedBeforeTheHistoryIsRead() throws IOException {
    HistorySource unread =
        () -> {
          throw new IllegalStateException("history was read");
        };
    Path file = Files.createFile(folder.resolve("a-file"));
    assertThatThrownBy(() -> pipeline(QUICK).run(unread, file.resolve("sub/m.weir")))
        .isInstanceOf(UntrainableException.class)
        .hasMessageContaining("can't be written")
        .hasMessageContaining("a-file");
    assertThatThrownBy(() -> pipeline(QUICK).run(unread, folder))
        .isInstanceOf(UntrainableException.class)
        .hasMessageContaining("must be a file");
  }
}
