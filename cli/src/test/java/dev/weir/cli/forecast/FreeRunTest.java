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

class FreeRunTest {

  private static final long MINUTE = 60_000;

  private static final int LEARNT_FROM = 1000;

  private static DetectorModel model;

  @TempDir static Path folder;

  /** A model of series of this very kind, and of their law: its bands must then be right. */
  @BeforeAll
  static void train() throws IOException {
    List<RecordedSeries> series =
        IntStream.range(LEARNT_FROM, LEARNT_FROM + 60).mapToObj(i -> seasonal(i, 1000)).toList();
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

  /** A season of 24 points, and noise that remembers a little. */
  private static RecordedSeries seasonal(long seed, int length) {
    Random random = new Random(seed);
    double phase = random.nextDouble() * 24;
    long[] times = new long[length];
    double[][] values = new double[length][1];
    double rest = 0;
    for (int t = 0; t < length; t++) {
      rest = 0.6 * rest + random.nextGaussian();
      times[t] = t * MINUTE;
      values[t][0] = 100 + 10 * Math.sin(2 * Math.PI * (t + phase) / 24) + rest;
    }
    return new RecordedSeries("s" + seed, List.of(RecordedSeries.ONLY_FEATURE), times, values);
  }

  @Test
  void of_seasonalSeries_bandsCoverAboutAsMuchAsTheySay() {
    int horizon = 24;
    int within95 = 0;
    int within50 = 0;
    int judged = 0;
    for (int seed = 0; seed < 60; seed++) {
      RecordedSeries series = seasonal(seed, 600 + horizon);
      PathForecast forecast =
          new FreeRun(model, new PathConfig(horizon, 200, seed)).of(series, 599 * MINUTE);
      for (ForecastStep step : forecast.steps()) {
        double came = series.values()[599 + step.step()][0];
        assertThat(step.timeMillis()).isEqualTo(series.times()[599 + step.step()]);
        within95 += step.most().covers(came) ? 1 : 0;
        within50 += step.half().covers(came) ? 1 : 0;
        judged++;
      }
    }
    assertThat((double) within95 / judged).isBetween(0.90, 0.985);
    assertThat((double) within50 / judged).isBetween(0.40, 0.60);
  }

  @Test
  void of_seasonalSeries_medianIsNearerThanTheLastValue() {
    double ofMedian = 0;
    double ofLast = 0;
    for (int seed = 0; seed < 30; seed++) {
      RecordedSeries series = seasonal(seed, 624);
      for (ForecastStep step :
          new FreeRun(model, new PathConfig(12, 100, 1)).of(series, 599 * MINUTE).steps()) {
        double came = series.values()[599 + step.step()][0];
        ofMedian += Math.abs(came - step.median());
        ofLast += Math.abs(came - series.values()[599][0]);
      }
    }
    assertThat(ofMedian).isLessThan(0.6 * ofLast);
  }

  @Test
  void of_firstStep_isWhatTheDetectorExpects() {
    RecordedSeries series = seasonal(3, 300);
    Detector detector = new Detector(model, DetectorConfig.DEFAULT);
    DetectorState state = detector.newState();
    for (int t = 0; t < 299; t++) {
      detector.step(state, new Observation(series.times()[t], series.values()[t]));
    }
    Observation last = new Observation(series.times()[299], series.values()[299]);
    double expected = detector.step(state, last).evidence().band().expected()[0];
    ForecastStep first =
        new FreeRun(model, new PathConfig(1, 20_001, 1)).of(series, 298 * MINUTE).steps().get(0);
    double spread = first.most().upper() - first.most().lower();
    assertThat(Math.abs(first.median() - expected)).isLessThan(0.02 * spread);
  }

  @Test
  void of_sameSeed_isTheSameAndAnotherIsNot() {
    RecordedSeries series = seasonal(1, 200);
    PathForecast one = new FreeRun(model, new PathConfig(5, 3, 7)).of(series);
    PathForecast same = new FreeRun(model, new PathConfig(5, 3, 7)).of(series);
    PathForecast other = new FreeRun(model, new PathConfig(5, 3, 8)).of(series);
    assertThat(Arrays.deepEquals(one.paths(), same.paths())).isTrue();
    assertThat(Arrays.deepEquals(one.paths(), other.paths())).isFalse();
    assertThat(one.paths()[0]).isNotEqualTo(one.paths()[1]);
  }

  @Test
  void of_laterPoints_changeNothing() {
    RecordedSeries longer = seasonal(1, 400);
    RecordedSeries shorter =
        new RecordedSeries(
            "s",
            longer.features(),
            Arrays.copyOf(longer.times(), 200),
            Arrays.copyOf(longer.values(), 200));
    FreeRun run = new FreeRun(model, new PathConfig(5, 3, 7));
    assertThat(run.of(longer, 199 * MINUTE).paths()).isDeepEqualTo(run.of(shorter).paths());
  }

  @Test
  void of_tooShortOrOfOtherFeatures_isRefused() {
    FreeRun run = new FreeRun(model, new PathConfig(5, 3, 7));
    assertThatThrownBy(() -> run.of(seasonal(1, 10)))
        .isInstanceOf(UntrainableException.class)
        .hasMessageContaining("points=10");
    RecordedSeries two =
        new RecordedSeries("two", List.of("a", "b"), new long[] {1}, new double[][] {{1, 2}});
    assertThatThrownBy(() -> run.of(two)).hasMessageContaining("[a, b]");
    assertThatThrownBy(() -> new PathConfig(0, 1, 1)).hasMessageContaining("horizon=0");
    assertThatThrownBy(() -> new PathConfig(1, 0, 1)).hasMessageContaining("samples=0");
  }

  @Test
  void text_everyFormat_holdsTheSameRows() throws IOException {
    PathForecast forecast = new FreeRun(model, new PathConfig(3, 50, 1)).of(seasonal(1, 200));
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
    assertThat(five.half()).isEqualTo(new ForecastStep.Range(2, 4));
    assertThat(five.most().upper()).isCloseTo(4.9, within(1e-12));
    assertThat(step(7).most()).isEqualTo(new ForecastStep.Range(7, 7));
  }

  private static ForecastStep step(double... drawn) {
    double[][][] paths =
        DoubleStream.of(drawn)
            .mapToObj(value -> new double[][] {{value}})
            .toArray(double[][][]::new);
    return new PathForecast("series", List.of("value"), new long[] {0}, paths).steps().get(0);
  }
}
