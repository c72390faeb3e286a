// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.weir.forecast.Architecture;
import dev.weir.forecast.CellKind;
import dev.weir.forecast.ErrorDistribution;
import dev.weir.series.RecordedSeries;
import dev.weir.trainer.network.ForecastNetwork;
import dev.weir.trainer.network.LaneState;
import dev.weir.trainer.window.ScaledSeries;
import dev.weir.trainer.window.SeriesSpan;
import dev.weir.trainer.window.WindowBatch;
import dev.weir.trainer.window.WindowBatches;
import dev.weir.trainer.window.WindowConfig;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

public class FitterTest {

  private static final Architecture SHAPE =
      new Architecture(CellKind.LSTM, 1, 8, 1, ErrorDistribution.STUDENT_T);
  private static final WindowConfig WINDOWS = new WindowConfig(32, 8, 256);

  private static ScaledSeries wave(int index, int length) {
    Random random = new Random(index);
    long[] times = new long[length];
    double[][] values = new double[length][1];
    for (int t = 0; t < length; t++) {
      times[t] = t * 60_000L;
      values[t][0] = 50 + 20 * Math.sin(2 * Math.PI * t / (20 + index)) + random.nextGaussian();
    }
    return ScaledSeries.of(new RecordedSeries("s" + index, List.of("value"), times, values));
  }

  public static TrainingData data() {
    List<SeriesSpan> training = new ArrayList<>();
    List<SeriesSpan> validation = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      ScaledSeries series = wave(i, 1000);
      training.add(new SeriesSpan(series, 0, 800));
      validation.add(new SeriesSpan(series, 800, 1000));
    }
    return new TrainingData(training, validation, WINDOWS);
  }

  private static FitConfig config(int epochs, long seed) {
    return FitConfig.DEFAULT.withEpochs(epochs).withSeed(seed).withDropout(0.1);
  }

  @Test
  void fit_interruptedThread_stopsBeforeTheNextBatch() {
    Fitter fitter = new Fitter(config(1000, 1), FitListener.NONE, Clock.systemUTC());
    try (ForecastNetwork network = new ForecastNetwork(SHAPE, config(1000, 1).network())) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> fitter.fit(network, data()))
          .isInstanceOf(CancellationException.class)
          .hasMessageContaining("pass 1");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private static List<float[]> fitted(long seed) {
    try (ForecastNetwork network = new ForecastNetwork(SHAPE, config(3, seed).network())) {
      new Fitter(config(3, seed), FitListener.NONE, Clock.systemUTC()).fit(network, data());
      return network.snapshot();
    }
  }

  @Test
  void fit_waves_lowersTheLossAndKeepsTheBestWeights() {
    FitConfig config = config(8, 1);
    try (ForecastNetwork network = new ForecastNetwork(SHAPE, config.network())) {
      Fitter fitter = new Fitter(config, FitListener.NONE, Clock.systemUTC());
      FitReport report = fitter.fit(network, data());
      double first = report.epochs().get(0).validationLoss();
      assertThat(report.bestLoss()).isLessThan(first - 0.1);
      assertThat(report.skipped()).isZero();
      assertThat(validationLoss(network)).isCloseTo(report.bestLoss(), within(1e-4));
    }
  }

  private static double validationLoss(ForecastNetwork network) {
    WindowBatches batches = WindowBatches.forEvaluation(data().validation(), WINDOWS);
    double sum = 0;
    try (LaneState state = new LaneState(network, batches.lanes())) {
      while (batches.hasNext()) {
        sum += new WindowLoss(network).evaluate(batches.next(), state);
      }
    }
    return sum / batches.points();
  }

  private static GradientLearner learner(ForecastNetwork network) {
    FitConfig config = config(1, 1);
    return new GradientLearner(
        network, new Gradients(network.parameters(), config, new LearningRate(config)));
  }

  @Test
  void fit_sameSeed_givesTheSameBits() {
    List<float[]> once = fitted(5);
    List<float[]> again = fitted(5);
    List<float[]> other = fitted(6);
    for (int i = 0; i < once.size(); i++) {
      assertThat(again.get(i)).containsExactly(once.get(i));
    }
    assertThat(other.get(0)).isNotEqualTo(once.get(0));
  }

  private static WindowBatch batch(float input, float target) {
    int lanes = 4;
    int time = 16;
    float[] inputs = new float[lanes * time * 2];
    float[] targets = new float[lanes * time];
    float[] ones = new float[lanes * time];
    Arrays.fill(inputs, input);
    Arrays.fill(targets, target);
    Arrays.fill(ones, 1);
    return new WindowBatch(
        lanes, time, inputs, targets, ones, new float[] {1, 1, 1, 1}, lanes * time);
  }

  @Test
  void learn_batchNotFinite_isSkipped() {
    try (ForecastNetwork network = new ForecastNetwork(SHAPE, config(1, 1).network());
        LaneState state = new LaneState(network, 4)) {
      GradientLearner learner = learner(network);
      assertThat(learner.learn(batch(0.5f, 1), state)).isInstanceOf(BatchOutcome.Trained.class);
      List<float[]> before = network.snapshot();

      BatchOutcome byInput = learner.learn(batch(Float.NaN, 1), state);
      BatchOutcome byTarget = learner.learn(batch(0.5f, Float.POSITIVE_INFINITY), state);

      assertThat(byInput).isEqualTo(new BatchOutcome.Skipped(64, "loss=NaN"));
      assertThat(byTarget).isInstanceOf(BatchOutcome.Skipped.class);
      assertUnchanged(network, before);
      BatchOutcome next = learner.learn(batch(0.5f, 1), state);
      assertThat(next).isInstanceOf(BatchOutcome.Trained.class);
      assertThat(((BatchOutcome.Trained) next).loss()).isFinite();
    }
  }

  private static void assertUnchanged(ForecastNetwork network, List<float[]> before) {
    List<float[]> after = network.snapshot();
    for (int i = 0; i < before.size(); i++) {
      assertThat(after.get(i)).containsExactly(before.get(i));
    }
  }

  @Test
  void clear_gradientNotFinite_setsZeros() {
    try (ForecastNetwork network = new ForecastNetwork(SHAPE, config(1, 1).network());
        LaneState state = new LaneState(network, 4)) {
      FitConfig config = config(1, 1);
      Gradients gradients = new Gradients(network.parameters(), config, new LearningRate(config));
      new GradientLearner(network, gradients).learn(batch(0.5f, 1), state);
      network.parameters().get(0).getArray().getGradient().addi(Float.NaN);
      assertThat(gradients.norm()).isNaN();
      gradients.clear();
      assertThat(gradients.norm()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void learn_manyBatches_releasesNativeArrays(CellKind cell) {
    Architecture shape = new Architecture(cell, 1, 8, 2, ErrorDistribution.STUDENT_T);
    try (ForecastNetwork network = new ForecastNetwork(shape, config(1, 1).network());
        LaneState state = new LaneState(network, 4)) {
      GradientLearner learner = learner(network);
      learner.learn(batch(0.5f, 1), state);
      int arrays = network.manager().getManagedArrays().size();
      for (int i = 0; i < 20; i++) {
        learner.learn(batch(0.5f, 1), state);
        new WindowLoss(network).evaluate(batch(0.5f, 1), state);
      }
      assertThat(network.manager().getManagedArrays()).hasSize(arrays);
    }
  }

  @ParameterizedTest
  @EnumSource
  void evaluate_carriedWindows_matchOneLongWindow(CellKind cell) {
    ScaledSeries series = wave(3, 513);
    SeriesSpan span = new SeriesSpan(series, 0, 513);
    Architecture shape = new Architecture(cell, 1, 8, 1, ErrorDistribution.STUDENT_T);
    try (ForecastNetwork network = new ForecastNetwork(shape, config(1, 2).network())) {
      assertThat(sum(network, span, 16)).isCloseTo(sum(network, span, 512), within(1e-2));
    }
  }

  private static double sum(ForecastNetwork network, SeriesSpan span, int window) {
    WindowBatches batches =
        WindowBatches.forEvaluation(List.of(span), new WindowConfig(window, 1, 512));
    double sum = 0;
    try (LaneState state = new LaneState(network, batches.lanes())) {
      while (batches.hasNext()) {
        sum += new WindowLoss(network).evaluate(batches.next(), state);
      }
    }
    return sum;
  }

  @ParameterizedTest
  @EnumSource
  void evaluate_afterAGap_ignoresEarlierPoints(CellKind cell) {
    Architecture shape = new Architecture(cell, 1, 8, 1, ErrorDistribution.STUDENT_T);
    try (ForecastNetwork network = new ForecastNetwork(shape, config(1, 2).network())) {
      double unchanged = lossAfterTheGap(network, Float.NaN);
      assertThat(lossAfterTheGap(network, 3)).isEqualTo(unchanged);
      assertThat(unchanged).isFinite().isNotZero();
    }
  }

  /**
   * @param before value of all inputs before the gap; NaN: unchanged
   */
  private static double lossAfterTheGap(ForecastNetwork network, float before) {
    long[] times = LongStream.range(0, 600).map(t -> (t < 300 ? t : t + 9000) * 60_000).toArray();
    double[][] values = new double[600][1];
    Arrays.setAll(values, t -> new double[] {Math.sin(0.3 * t)});
    RecordedSeries series = new RecordedSeries("gap", List.of("value"), times, values);
    SeriesSpan span = new SeriesSpan(ScaledSeries.of(series), 0, 600);
    WindowBatches batches =
        WindowBatches.forEvaluation(List.of(span), new WindowConfig(16, 1, 1000));
    WindowLoss loss = new WindowLoss(network);
    double sum = 0;
    int sequences = 0;
    try (LaneState state = new LaneState(network, 1)) {
      while (batches.hasNext()) {
        WindowBatch batch = batches.next();
        sequences += batch.keep()[0] == 0 ? 1 : 0;
        if (sequences == 1 && !Float.isNaN(before)) {
          Arrays.fill(batch.inputs(), before);
        }
        double windowLoss = loss.evaluate(batch, state);
        sum += sequences == 2 ? windowLoss : 0;
      }
    }
    assertThat(sequences).isEqualTo(2);
    return sum;
  }

  @Test
  void fit_earlyStop_reportsEachPass() {
    FitConfig config = FitConfig.DEFAULT.withEpochs(3).withPatience(1);
    List<Integer> epochs = new ArrayList<>();
    FitListener listener =
        new FitListener() {
          @Override
          public void epochStarted(int epoch, int all, long points) {
            epochs.add(epoch);
            assertThat(points).isPositive();
          }
        };
    try (ForecastNetwork network = new ForecastNetwork(SHAPE, config.network())) {
      FitReport report = new Fitter(config, listener, Clock.systemUTC()).fit(network, data());
      assertThat(report.epochs()).hasSameSizeAs(epochs);
      assertThat(report.points())
          .isEqualTo(report.epochs().stream().mapToLong(EpochOutcome::points).sum());
    }
  }
}
