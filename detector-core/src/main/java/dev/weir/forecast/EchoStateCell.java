package dev.weir.forecast;

/**
 * Leaky reservoir of an echo state network (Jaeger 2001; Jaeger et al. 2007, eq. 2):
 *
 * <pre>
 * h = (1 - a) * h + a * tanh(W x + U h + b)
 * </pre>
 *
 * <p>W, U, b and the leak a, one a unit, are drawn once and never trained. State {@code [h]}.
 */
final class EchoStateCell implements Cell {

  private final int hidden;
  private final Affine affine;
  private final float[] leak;

  EchoStateCell(Weights weights, int layer, int inputs, int hidden) {
    this.hidden = hidden;
    affine =
        new Affine(
            weights.require("esn.bias_l" + layer, hidden),
            weights.require("esn.weight_ih_l" + layer, hidden, inputs),
            weights.require("esn.weight_hh_l" + layer, hidden, hidden));
    leak = weights.require("esn.leak_l" + layer, hidden).clone();
  }

  @Override
  public int stateSize() {
    return hidden;
  }

  @Override
  public int hidden() {
    return hidden;
  }

  @Override
  public void step(float[] input, int inputAt, float[] state, int stateAt) {
    float[] drive = affine.sums(input, inputAt, state, stateAt);
    Activation.tanh(drive, 0, hidden);
    for (int j = 0; j < hidden; j++) {
      float h = state[stateAt + j];
      state[stateAt + j] = Math.fma(leak[j], drive[j] - h, h);
    }
  }
}
