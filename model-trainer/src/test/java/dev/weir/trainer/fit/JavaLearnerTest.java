package dev.weir.trainer.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.weir.forecast.Architecture;
import dev.weir.forecast.CellKind;
import dev.weir.forecast.ErrorLaw;
import dev.weir.trainer.backprop.LstmGradients;
import dev.weir.trainer.backprop.LstmWindow;
import dev.weir.trainer.window.WindowBatch;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Plain Java's gradients and fits against DJL's. */
class JavaLearnerTest {

  private static final Architecture SHAPE =
      new Architecture(CellKind.LSTM, 1, 8, 1, ErrorLaw.STUDENT_T);

  static Stream<Architecture> shapes() {
    return Stream.of(ErrorLaw.values())
        .flatMap(
            law ->
                Stream.of(
                    new Architecture(CellKind.LSTM, 1, 32, 1, law),
                    new Architecture(CellKind.LSTM, 3, 8, 1, law),
                    new Architecture(CellKind.LSTM, 1, 33, 2, law),
                    new Architecture(CellKind.LSTM, 2, 5, 3, law)));
  }

  /** Five lanes, of which one starts anew and one has fewer targets; some inputs are far out. */
  private static WindowBatch batch(Architecture shape, int time, long seed) {
    Random random = new Random(seed);
    int lanes = 5;
    float[] mask = new float[lanes * time];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = random.nextDouble() < 0.8 ? 1 : 0;
    }
    int points = (int) IntStream.range(0, mask.length).filter(i -> mask[i] > 0).count();
    return new WindowBatch(
        lanes,
        time,
        gaussian(random, lanes * time * shape.inputs()),
        gaussian(random, lanes * time * shape.features()),
        mask,
        new float[] {1, 1, 0, 1, 1},
        points);
  }

  private static float[] gaussian(Random random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (3 * random.nextGaussian());
    }
    return values;
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void gradients_windowsOneUponTheOther_areThoseOfDjl(Architecture shape) {
    try (ForecastNetwork network = new ForecastNetwork(shape, FitConfig.DEFAULT);
        LaneState state = new LaneState(network, 5)) {
      LstmGradients gradients = new LstmGradients(shape, network.snapshot());
      LstmWindow window = new LstmWindow(gradients, 5, 12);
      for (int i = 0; i < 3; i++) {
        WindowBatch batch = batch(shape, 12, i);
        double loss = window.forward(batch);
        window.back();
        assertThat(byDjl(network, state, batch, gradients.gradients()))
            .isCloseTo(loss, within(1e-5 * Math.abs(loss)));
      }
    }
  }

  /** Checks the gradient of every parameter; returns the loss. */
  private static double byDjl(
      ForecastNetwork network, LaneState state, WindowBatch batch, List<float[]> found) {
    Gradients gradients =
        new Gradients(network.parameters(), 0, new LearningRate(FitConfig.DEFAULT));
    try (NDManager scratch = network.manager().newSubManager();
        GradientCollector collector = TorchEngine.engine().newGradientCollector()) {
      NDList output = forward(network, scratch, state, batch);
      NDArray sum = output.get(0);
      int terms = batch.points() * network.architecture().features();
      collector.backward(sum.div(scratch.create((float) terms)));
      state.leave(output.subNDList(1));
      List<float[]> expected = gradients.values();
      gradients.clear();
      for (int i = 0; i < expected.size(); i++) {
        assertClose(found.get(i), expected.get(i), i);
      }
      return sum.getFloat();
    }
  }

  private static NDList forward(
      ForecastNetwork network, NDManager scratch, LaneState state, WindowBatch batch) {
    Architecture shape = network.architecture();
    Shape rows = new Shape(batch.lanes(), batch.time());
    NDArray input = scratch.create(batch.inputs(), rows.add(shape.inputs()));
    NDList output = network.forward(input, state.enter(scratch, batch), true);
    NDArray target = scratch.create(batch.targets(), rows.add(shape.features()));
    NDArray mask = scratch.create(batch.mask(), rows.add(1));
    NDList result =
        new NDList(
            new NegativeLogLikelihood(shape.law(), shape.features())
                .sum(output.get(0), target, mask));
    result.addAll(output.subNDList(1));
    return result;
  }

  /** Within a ten-thousandth of the parameter's largest. */
  private static void assertClose(float[] found, float[] expected, int parameter) {
    double largest =
        IntStream.range(0, expected.length)
            .mapToDouble(i -> expected[i])
            .map(Math::abs)
            .max()
            .orElseThrow();
    assertThat(largest).as("parameter %d", parameter).isPositive();
    assertThat(found)
        .as("parameter %d", parameter)
        .containsExactly(expected, within((float) (1e-4 * largest)));
  }

  private static FitConfig config(FitEngine engine) {
    return FitConfig.DEFAULT.withEpochs(5).withClipNorm(0.5).withEngine(engine);
  }

  private static JavaLearner learner(ForecastNetwork network) {
    FitConfig config = config(FitEngine.JAVA);
    return new JavaLearner(network, config.clipNorm(), new LearningRate(config));
  }

  /** Some batches are clipped, some aren't; Adam's moments and the state are carried. */
  @Test
  void learn_manyBatches_goesWhereDjlGoes() {
    FitConfig config = config(FitEngine.DJL);
    try (ForecastNetwork byJava = new ForecastNetwork(SHAPE, config);
        ForecastNetwork byDjl = new ForecastNetwork(SHAPE, config)) {
      Gradients gradients =
          new Gradients(byDjl.parameters(), config.clipNorm(), new LearningRate(config));
      JavaLearner java = learner(byJava);
      try (Lanes expecting = new Learner(byDjl, gradients).lanes(5, 12);
          Lanes found = java.lanes(5, 12)) {
        for (int i = 0; i < 40; i++) {
          assertSame(found.learn(batch(SHAPE, 12, i)), expecting.learn(batch(SHAPE, 12, i)));
        }
      }
      java.passDone();
      for (int i = 0; i < byDjl.snapshot().size(); i++) {
        assertThat(byJava.snapshot().get(i))
            .containsExactly(byDjl.snapshot().get(i), within(1e-3f));
      }
    }
  }

  private static void assertSame(BatchOutcome found, BatchOutcome expected) {
    assertThat(found).isInstanceOf(BatchOutcome.Learnt.class);
    BatchOutcome.Learnt one = (BatchOutcome.Learnt) found;
    BatchOutcome.Learnt other = (BatchOutcome.Learnt) expected;
    assertThat(one.points()).isEqualTo(other.points());
    assertThat(one.loss()).isCloseTo(other.loss(), within(1e-4));
    assertThat(one.gradientNorm())
        .isCloseTo(other.gradientNorm(), within(1e-3 * other.gradientNorm()));
  }

  @Test
  void fit_eitherEngine_endsAsGood() {
    FitReport java = report(FitEngine.JAVA);
    FitReport djl = report(FitEngine.DJL);
    assertThat(java.bestLoss()).isCloseTo(djl.bestLoss(), within(0.005));
    assertThat(java.points()).isEqualTo(djl.points());
  }

  private static FitReport report(FitEngine engine) {
    try (ForecastNetwork network = new ForecastNetwork(SHAPE, config(engine))) {
      return new Fitter(config(engine), FitListener.NONE, Clock.systemUTC())
          .fit(network, FitterTest.data());
    }
  }

  @Test
  void fit_sameSeed_givesTheSameBits() {
    List<float[]> once = fitted();
    List<float[]> again = fitted();
    for (int i = 0; i < once.size(); i++) {
      assertThat(again.get(i)).containsExactly(once.get(i));
    }
  }

  private static List<float[]> fitted() {
    FitConfig config = config(FitEngine.JAVA);
    try (ForecastNetwork network = new ForecastNetwork(SHAPE, config)) {
      new Fitter(config, FitListener.NONE, Clock.systemUTC()).fit(network, FitterTest.data());
      return network.snapshot();
    }
  }

  @Test
  void learn_batchThatIsNotFinite_isSkippedAndForgotten() {
    try (ForecastNetwork network = new ForecastNetwork(SHAPE, config(FitEngine.JAVA))) {
      JavaLearner learner = learner(network);
      try (Lanes lanes = learner.lanes(5, 12);
          Lanes fresh = learner.lanes(5, 12)) {
        WindowBatch bad = batch(SHAPE, 12, 1);
        Arrays.fill(bad.inputs(), Float.NaN);
        lanes.learn(batch(SHAPE, 12, 2));
        learner.passDone();
        List<float[]> before = network.snapshot();
        assertThat(lanes.learn(bad)).isEqualTo(new BatchOutcome.Skipped(bad.points(), "loss=NaN"));
        learner.passDone();
        for (int i = 0; i < before.size(); i++) {
          assertThat(network.snapshot().get(i)).containsExactly(before.get(i));
        }
        WindowBatch next = batch(SHAPE, 12, 3);
        assertThat(lanes.judge(next)).isEqualTo(fresh.judge(next)).isFinite();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void fitting_whatJavaCannot_isDjls(CellKind cell) {
    Architecture shape = new Architecture(cell, 1, 8, 1, ErrorLaw.GAUSSIAN);
    FitEngine expected = cell == CellKind.LSTM ? FitEngine.JAVA : FitEngine.DJL;
    assertThat(FitEngine.JAVA.fitting(shape, 0)).isEqualTo(expected);
    assertThat(FitEngine.JAVA.fitting(shape, 0.1)).isEqualTo(FitEngine.DJL);
    assertThat(FitEngine.DJL.fitting(shape, 0)).isEqualTo(FitEngine.DJL);
  }
}
