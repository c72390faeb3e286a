package dev.weir.forecast;

/**
 * Simple recurrent network (Elman 1990): {@code h = tanh(W x + U h + b)}.
 *
 * <p>State {@code [h]}.
 */
final class ElmanCell implements Cell {

  private final int hidden;
  private final Affine affine;

  ElmanCell(Weights weights, int layer, int inputs, int hidden) {
    this.hidden = hidden;
    affine =
        new Affine(
            weights.require("rnn.bias_l" + layer, hidden),
            weights.require("rnn.weight_ih_l" + layer, hidden, inputs),
            weights.require("rnn.weight_hh_l" + layer, hidden, hidden));
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
    float[] next = affine.sums(input, inputAt, state, stateAt);
    Activation.tanh(next, 0, hidden);
    System.arraycopy(next, 0, state, stateAt, hidden);
  }
}
