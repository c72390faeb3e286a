// SPDX-License-Identifier: Apache-2.0
package dev.weir.forecast;

/**
 * The leaky reservoir of an echo state network (Jaeger 2001; Jaeger et al. 2007, eq. 2):
 *
 * <pre>
 * h = (1 - a) * h + a * tanh(W x + U h + b)
 * </pre>
 *
 * <p>W, U, b and the leak a of each unit are drawn at random and not trained. State {@code [h]}.
 */
final class EchoStateCell extends Cell {

  private final Affine affine;
  private final float[] leak;

  EchoStateCell(Weights weights, int layer, int inputs, int hidden) {
    super(hidden, hidden);
    affine =
        new Affine(
            weights.require("esn.bias_l" + layer, hidden),
            weights.require("esn.weight_ih_l" + layer, hidden, inputs),
            weights.require("esn.weight_hh_l" + layer, hidden, hidden));
    leak = weights.require("esn.leak_l" + layer, hidden).clone();
  }

  @Override
  void step(float[] input, int inputOffset, float[] state, int stateOffset) {
    float[] drive = affine.compute(input, inputOffset, state, stateOffset);
    Activation.tanh(drive, 0, hidden);
    for (int j = 0; j < hidden; j++) {
      float h = state[stateOffset + j];
      state[stateOffset + j] = Math.fma(leak[j], drive[j] - h, h);
    }
  }
}
