// SPDX-License-Identifier: Apache-2.0
package dev.weir.forecast;

/**
 * The simple recurrent network (Elman 1990): {@code h = tanh(W x + U h + b)}.
 *
 * <p>State {@code [h]}.
 */
final class ElmanCell extends Cell {

  private final Affine affine;

  ElmanCell(Weights weights, int layer, int inputs, int hidden) {
    super(hidden, hidden);
    affine =
        new Affine(
            weights.require("rnn.bias_l" + layer, hidden),
            weights.require("rnn.weight_ih_l" + layer, hidden, inputs),
            weights.require("rnn.weight_hh_l" + layer, hidden, hidden));
  }

  @Override
  void step(float[] input, int inputOffset, float[] state, int stateOffset) {
    float[] next = affine.compute(input, inputOffset, state, stateOffset);
    Activation.tanh(next, 0, hidden);
    System.arraycopy(next, 0, state, stateOffset, hidden);
  }
}
