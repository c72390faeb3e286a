package dev.weir.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ForecasterTest {

  private static final int STEPS = 2000;

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "1, 5, 1", "1, 32, 1", "3, 16, 2", "2, 7, 3", "1, 64, 1"})
  void step_twoThousandCarriedSteps_equalsThePlainEquationsInDouble(
      int features, int hidden, int layers) {
    Architecture architecture =
        new Architecture(CellKind.LSTM, features, hidden, layers, ErrorLaw.STUDENT_T);
    Weights weights = RandomWeights.of(architecture, hidden);
    Forecaster forecaster = new Forecaster(architecture, weights);
    ForecastState state = forecaster.newState();
    PlainLstm plain = new PlainLstm(architecture, weights);
    Random random = new Random(1);
    for (int step = 0; step < STEPS; step++) {
      float[] input = new float[architecture.inputs()];
      for (int i = 0; i < input.length; i++) {
        input[i] = (float) random.nextGaussian();
      }
      forecaster.step(state, input);
      double[] expected = plain.step(input);
      for (int f = 0; f < features; f++) {
        assertThat((double) state.mu(f)).isCloseTo(expected[f], within(1e-5));
        assertThat((double) state.logSigma(f)).isCloseTo(expected[features + f], within(1e-5));
      }
    }
  }

  @Test
  void step_afterWarmUp_allocatesNothing() {
    Architecture architecture = new Architecture(CellKind.LSTM, 1, 32, 1, ErrorLaw.STUDENT_T);
    Forecaster forecaster = new Forecaster(architecture, RandomWeights.of(architecture, 1));
    ForecastState state = forecaster.newState();
    float[] input = {0.1f, 0.2f};
    run(forecaster, state, input);
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    run(forecaster, state, input);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
  }

  private static void run(Forecaster forecaster, ForecastState state, float[] input) {
    for (int i = 0; i < 20_000; i++) {
      forecaster.step(state, input);
    }
  }

  @Test
  void tanh_wholeRange_isWithinItsErrorAndNeverBeyondOne() {
    for (double x = -20; x <= 20; x += 1e-4) {
      float y = Squash.tanh((float) x);
      assertThat(Math.abs(y - Math.tanh((float) x))).isLessThan(3.6e-7);
      assertThat(Math.abs(y)).isLessThanOrEqualTo(1f);
    }
    assertThat(Squash.tanh(Float.POSITIVE_INFINITY)).isCloseTo(1f, within(1e-6f));
    assertThat(Squash.tanh(Float.NEGATIVE_INFINITY)).isCloseTo(-1f, within(1e-6f));
  }

  @ParameterizedTest
  @EnumSource(value = CellKind.class, names = "LSTM", mode = EnumSource.Mode.EXCLUDE)
  void new_cellThatCantBeStepped_isRefusedByName(CellKind cell) {
    Architecture architecture = new Architecture(cell, 1, 4, 1, ErrorLaw.GAUSSIAN);
    assertThatThrownBy(() -> new Forecaster(architecture, RandomWeights.of(architecture, 1)))
        .hasMessageContaining(cell.label())
        .hasMessageContaining("lstm");
    assertThat(CellKind.ofLabel(cell.label())).isEqualTo(cell);
  }

  @Test
  void new_missingOrMisshapenWeight_isRefusedByNameAndShapes() {
    Architecture architecture = new Architecture(CellKind.LSTM, 1, 4, 1, ErrorLaw.GAUSSIAN);
    TreeMap<String, Tensor> tensors = new TreeMap<>(RandomWeights.of(architecture, 1).tensors());
    tensors.put("head.bias", new Tensor(new int[] {3}, new float[3]));
    assertThatThrownBy(() -> new Forecaster(architecture, new Weights(tensors)))
        .hasMessageContaining("head.bias")
        .hasMessageContaining("expected=[2]")
        .hasMessageContaining("found=[3]");
    tensors.remove("head.bias");
    assertThatThrownBy(() -> new Forecaster(architecture, new Weights(tensors)))
        .hasMessageContaining("head.bias");
  }

  /** The equations as they stand in the papers, one unit and one product at a time. */
  private static final class PlainLstm {

    private final Architecture architecture;
    private final Weights weights;
    private final double[][] h;
    private final double[][] c;

    PlainLstm(Architecture architecture, Weights weights) {
      this.architecture = architecture;
      this.weights = weights;
      h = new double[architecture.layers()][architecture.hidden()];
      c = new double[architecture.layers()][architecture.hidden()];
    }

    double[] step(float[] input) {
      double[] x = new double[input.length];
      for (int i = 0; i < x.length; i++) {
        x[i] = input[i];
      }
      for (int layer = 0; layer < architecture.layers(); layer++) {
        x = layer(layer, x);
      }
      return head(x);
    }

    private double[] layer(int layer, double[] x) {
      int hidden = architecture.hidden();
      double[] next = new double[hidden];
      for (int unit = 0; unit < hidden; unit++) {
        double i = sigmoid(sum(layer, unit, x));
        double f = sigmoid(sum(layer, hidden + unit, x));
        double g = Math.tanh(sum(layer, 2 * hidden + unit, x));
        double o = sigmoid(sum(layer, 3 * hidden + unit, x));
        c[layer][unit] = f * c[layer][unit] + i * g;
        next[unit] = o * Math.tanh(c[layer][unit]);
      }
      h[layer] = next;
      return next;
    }

    private double sum(int layer, int row, double[] x) {
      double sum = weights.tensors().get("lstm.bias_l" + layer).values()[row];
      float[] in = weights.tensors().get("lstm.weight_ih_l" + layer).values();
      float[] recurrent = weights.tensors().get("lstm.weight_hh_l" + layer).values();
      for (int i = 0; i < x.length; i++) {
        sum += in[row * x.length + i] * x[i];
      }
      for (int j = 0; j < architecture.hidden(); j++) {
        sum += recurrent[row * architecture.hidden() + j] * h[layer][j];
      }
      return sum;
    }

    private double[] head(double[] x) {
      double[] out = new double[architecture.outputs()];
      for (int row = 0; row < out.length; row++) {
        out[row] = weights.tensors().get("head.bias").values()[row];
        for (int j = 0; j < x.length; j++) {
          out[row] += weights.tensors().get("head.weight").values()[row * x.length + j] * x[j];
        }
        out[row] = row < architecture.features() ? out[row] : Math.max(-6, Math.min(6, out[row]));
      }
      return out;
    }

    private static double sigmoid(double x) {
      return 1 / (1 + Math.exp(-x));
    }
  }
}
