// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.detect.Detector;
import dev.weir.detect.DetectorConfig;
import dev.weir.detect.DetectorModel;
import dev.weir.detect.DetectorState;
import dev.weir.forecast.CellKind;
import dev.weir.forecast.ErrorDistribution;
import dev.weir.series.Observation;
import dev.weir.series.RecordedSeries;
import dev.weir.trainer.NetworkOptions;
import dev.weir.trainer.TrainingEnvironment;
import dev.weir.trainer.TrainingOptions;
import dev.weir.trainer.TrainingPipeline;
import dev.weir.trainer.fit.FitConfig;
import dev.weir.trainer.history.History;
import dev.weir.trainer.history.HistoryCounts;
import dev.weir.trainer.history.UntrainableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PathSamplerTest {

  private static final long MINUTE = 60_000;

  private static final int FIRST_TRAINING_SEED = 1000;

  private static DetectorModel model;

  @TempDir static Path folder;

  /** Trains on series of the same kind and error distribution, so that the bands must be right. */
  @BeforeAll
  static void train() throws IOException {
    List<RecordedSeries> series =
        IntStream.range(FIRST_TRAINING_SEED, FIRST_TRAINING_SEED + 60)
            .mapToObj(i -> seasonal(i, 1000))
            .toList();
    History history = new History("seasonal", series, HistoryCounts.NONE, List.of());
    TrainingOptions options =
        TrainingOptions.DEFAULTS
            .withNetwork(new NetworkOptions(CellKind.LSTM, 16, 1, ErrorDistribution.GAUSSIAN))
            .withFit(FitConfig.DEFAULT.withEpochs(30).withLearningRate(0.01));
    model =
        new TrainingPipeline(options, TrainingEnvironment.quiet())
            .run(() -> history, folder.resolve("seasonal.weir"))
            .model()
            .model();
  }

  /** Returns a season of 24 points with autocorrelated noise. */
  private static RecordedSeries seasonal(long seed, int length) {
    Random random = new Random(seed);
    double phase = random.nextDouble() * 24;
    long[] times = new long[length];
    double[][] values = new double[length][1];
    double noise = 0;
    for (int t = 0; t < length; t++) {
      noise = 0.6 * noise + random.nextGaussian();
      times[t] = t * MINUTE;
      values[t][0] = 100 + 10 * Math.sin(2 * Math.PI * (t + phase) / 24) + noise;
    }
    return new RecordedSeries("s" + seed, List.of(RecordedSeries.ONLY_FEATURE), times, values);
  }

  @Test
  void sample_seasonalSeries_bandsHaveNominalCoverage() {
    int horizon = 24;
    int within95 = 0;
    int within50 = 0;
    int steps = 0;
    for (int seed = 0; seed < 60; seed++) {
      RecordedSeries series = seasonal(seed, 600 + horizon);
      PathForecast forecast =
          new PathSampler(model, new PathConfig(horizon, 200, seed)).sample(series, 599 * MINUTE);
      for (ForecastStep step : forecast.steps()) {
        double actual = series.values()[599 + step.step()][0];
        assertThat(step.timeMillis()).isEqualTo(series.times()[599 + step.step()]);
        within95 += step.central95().contains(actual) ? 1 : 0;
        within50 += step.central50().contains(actual) ? 1 : 0;
        steps++;
      }
    }
    assertThat((double) within95 / steps).isBetween(0.90, 0.985);
    assertThat((double) within50 / steps).isBetween(0.40, 0.60);
  }

  @Test
  void sample_seasonalSeries_medianBeatsPersistence() {
    double medianError = 0;
    double persistenceError = 0;
    for (int seed = 0; seed < 30; seed++) {
      RecordedSeries series = seasonal(seed, 624);
      for (ForecastStep step :
          new PathSampler(model, new PathConfig(12, 100, 1)).sample(series, 599 * MINUTE).steps()) {
        double actual = series.values()[599 + step.step()][0];
        medianError += Math.abs(actual - step.median());
        persistenceError += Math.abs(actual - series.values()[599][0]);
      }
    }
    assertThat(medianError).isLessThan(0.6 * persistenceError);
  }

  @Test
  void sample_firstStep_equalsForecastOfTheDetector() {
    RecordedSeries series = seasonal(3, 300);
    Detector detector = new Detector(model, DetectorConfig.DEFAULT);
    DetectorState state = detector.newState();
    for (int t = 0; t < 299; t++) {
      detector.step(state, new Observation(series.times()[t], series.values()[t]));
    }
    Observation last = new Observation(series.times()[299], series.values()[299]);
    double expected = detector.step(state, last).evidence().band().expected()[0];
    ForecastStep first =
        new PathSampler(model, new PathConfig(1, 20_001, 1))
            .sample(series, 298 * MINUTE)
            .steps()
            .get(0);
    double spread = first.central95().upper() - first.central95().lower();
    assertThat(Math.abs(first.median() - expected)).isLessThan(0.02 * spread);
  }

  @Test
  void sample_sameSeed_isReproducible() {
    RecordedSeries series = seasonal(1, 200);
    PathForecast one = new PathSampler(model, new PathConfig(5, 3, 7)).sample(series);
    PathForecast same = new PathSampler(model, new PathConfig(5, 3, 7)).sample(series);
    PathForecast other = new PathSampler(model, new PathConfig(5, 3, 8)).sample(series);
    assertThat(Arrays.deepEquals(one.paths(), same.paths())).isTrue();
    assertThat(Arrays.deepEquals(one.paths(), other.paths())).isFalse();
    assertThat(one.paths()[0]).isNotEqualTo(one.paths()[1]);
  }

  @Test
  void sample_laterPoints_areIgnored() {
    RecordedSeries longer = seasonal(1, 400);
    RecordedSeries shorter =
        new RecordedSeries(
            "s",
            longer.features(),
            Arrays.copyOf(longer.times(), 200),
            Arrays.copyOf(longer.values(), 200));
    PathSampler sampler = new PathSampler(model, new PathConfig(5, 3, 7));
    assertThat(sampler.sample(longer, 199 * MINUTE).paths())
        .isDeepEqualTo(sampler.sample(shorter).paths());
  }

  @Test
  void sample_tooFewPointsOrOtherFeatures_isRefused() {
    PathSampler sampler = new PathSampler(model, new PathConfig(5, 3, 7));
    assertThatThrownBy(() -> sampler.sample(seasonal(1, 10)))
        .isInstanceOf(UntrainableException.class)
        .hasMessageContaining("points=10");
    RecordedSeries two =
        new RecordedSeries("two", List.of("a", "b"), new long[] {1}, new double[][] {{1, 2}});
    assertThatThrownBy(() -> sampler.sample(two)).hasMessageContaining("[a, b]");
    assertThatThrownBy(() -> new PathConfig(0, 1, 1)).hasMessageContaining("horizon=0");
    assertThatThrownBy(() -> new PathConfig(1, 0, 1)).hasMessageContaining("samples=0");
  }

  @Test
  void text_everyFormat_containsTheSameRows() throws IOException {
    PathForecast forecast =
        new PathSampler(model, new PathConfig(3, 50, 1)).sample(seasonal(1, 200));
    JsonNode json = new ObjectMapper().readTree(ForecastFormat.JSON.text(forecast));
    assertThat(json.path("steps")).hasSize(3);
    assertThat(json.path("steps").get(2).path("median").asDouble())
        .isEqualTo(forecast.steps().get(2).median());
    List<String> rows = ForecastFormat.CSV.text(forecast).lines().toList();
    assertThat(rows).hasSize(3);
    assertThat(rows.get(0).split(",")).hasSameSizeAs(ForecastFormat.CSV.header().split(","));
    assertThat(ForecastFormat.TABLE.text(forecast).lines()).hasSize(5);
  }

  @Test
  void steps_fewPaths_haveInterpolatedQuantiles() {
    ForecastStep five = step(1, 2, 3, 4, 5);
    assertThat(five.median()).isEqualTo(3);
    assertThat(five.central50()).isEqualTo(new ForecastStep.Interval(2, 4));
    assertThat(five.central95().upper()).isCloseTo(4.9, within(1e-12));
    assertThat(step(7).central95()).isEqualTo(new ForecastStep.Interval(7, 7));
  }

  private static ForecastStep step(double... samples) {
    double[][][] paths =
        DoubleStream.of(samples)
            .mapToObj(value -> new double[][] {{value}})
            .toArray(double[][][]::new);
    return new PathForecast("series", List.of("value"), new long[] {0}, paths).steps().get(0);
  }
}
