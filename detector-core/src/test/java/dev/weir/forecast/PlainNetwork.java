// SPDX-License-Identifier: Apache-2.0
package dev.weir.forecast;

/** The equations of the papers, evaluated in double precision, one unit and product at a time. */
final class PlainNetwork {

  private final Architecture architecture;
  private final Weights weights;
  private final double[][] h;
  private final double[][] c;
  private final double[][] window;

  PlainNetwork(Architecture architecture, Weights weights) {
    this.architecture = architecture;
    this.weights = weights;
    h = new double[architecture.layers()][architecture.hidden()];
    c = new double[architecture.layers()][architecture.hidden()];
    window = new double[CellKind.FEEDFORWARD_LAGS][architecture.inputs()];
  }

  double[] step(float[] input) {
    double[] x = new double[input.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = input[i];
    }
    for (int layer = 0; layer < architecture.layers(); layer++) {
      x = layer(layer, x);
      h[layer] = x;
    }
    return head(x);
  }

  private double[] layer(int layer, double[] x) {
    if (architecture.cell() == CellKind.FEEDFORWARD) {
      return feedforward(layer, layer == 0 ? window(x) : x);
    }
    double[] next = new double[architecture.hidden()];
    for (int unit = 0; unit < next.length; unit++) {
      next[unit] =
          switch (architecture.cell()) {
            case ELMAN, FEEDFORWARD -> Math.tanh(sum("rnn", layer, unit, x));
            case LSTM -> lstm(layer, unit, x, new double[3]);
            case LSTM_PEEPHOLE -> lstm(layer, unit, x, peepholes(layer, unit));
            case GRU -> gru(layer, unit, x);
            case ESN -> echo(layer, unit, x);
          };
    }
    return next;
  }

  private double lstm(int layer, int unit, double[] x, double[] peephole) {
    int hidden = architecture.hidden();
    double before = c[layer][unit];
    double i = sigmoid(sum("lstm", layer, unit, x) + peephole[0] * before);
    double f = sigmoid(sum("lstm", layer, hidden + unit, x) + peephole[1] * before);
    double g = Math.tanh(sum("lstm", layer, 2 * hidden + unit, x));
    double now = f * before + i * g;
    double o = sigmoid(sum("lstm", layer, 3 * hidden + unit, x) + peephole[2] * now);
    c[layer][unit] = now;
    return o * Math.tanh(now);
  }

  private double[] peepholes(int layer, int unit) {
    float[] all = values("lstm.peephole_l" + layer);
    int hidden = architecture.hidden();
    return new double[] {all[unit], all[hidden + unit], all[2 * hidden + unit]};
  }

  private double gru(int layer, int unit, double[] x) {
    int hidden = architecture.hidden();
    double r = sigmoid(ofInput(layer, unit, x) + ofState(layer, unit));
    double z = sigmoid(ofInput(layer, hidden + unit, x) + ofState(layer, hidden + unit));
    int row = 2 * hidden + unit;
    double n = Math.tanh(ofInput(layer, row, x) + r * ofState(layer, row));
    return (1 - z) * n + z * h[layer][unit];
  }

  private double ofInput(int layer, int row, double[] x) {
    return values("gru.bias_ih_l" + layer)[row] + product("gru.weight_ih_l" + layer, row, x);
  }

  private double ofState(int layer, int row) {
    return values("gru.bias_hh_l" + layer)[row] + product("gru.weight_hh_l" + layer, row, h[layer]);
  }

  private double echo(int layer, int unit, double[] x) {
    double leak = values("esn.leak_l" + layer)[unit];
    return (1 - leak) * h[layer][unit] + leak * Math.tanh(sum("esn", layer, unit, x));
  }

  private double[] window(double[] x) {
    for (int lag = window.length - 1; lag > 0; lag--) {
      window[lag] = window[lag - 1];
    }
    window[0] = x;
    double[] flat = new double[window.length * x.length];
    for (int lag = 0; lag < window.length; lag++) {
      System.arraycopy(window[lag], 0, flat, lag * x.length, x.length);
    }
    return flat;
  }

  private double[] feedforward(int layer, double[] x) {
    double[] next = new double[architecture.hidden()];
    for (int unit = 0; unit < next.length; unit++) {
      double bias = values("feedforward.bias_l" + layer)[unit];
      next[unit] = Math.tanh(bias + product("feedforward.weight_l" + layer, unit, x));
    }
    return next;
  }

  private double sum(String prefix, int layer, int row, double[] x) {
    return values(prefix + ".bias_l" + layer)[row]
        + product(prefix + ".weight_ih_l" + layer, row, x)
        + product(prefix + ".weight_hh_l" + layer, row, h[layer]);
  }

  private double product(String name, int row, double[] x) {
    float[] matrix = values(name);
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += matrix[row * x.length + i] * x[i];
    }
    return sum;
  }

  private double[] head(double[] x) {
    double[] out = new double[architecture.outputs()];
    for (int row = 0; row < out.length; row++) {
      out[row] = values("head.bias")[row] + product("head.weight", row, x);
      out[row] = row < architecture.features() ? out[row] : Math.max(-6, Math.min(6, out[row]));
    }
    return out;
  }

  private float[] values(String name) {
    return weights.tensors().get(name).values();
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
