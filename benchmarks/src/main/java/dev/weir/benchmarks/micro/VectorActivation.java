// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.micro;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tanh and sigmoid in the Vector API, with the rational function of detector-core's {@code
 * Activation}.
 */
final class VectorActivation {

  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  static final int LANES = SPECIES.length();

  private static final float LIMIT = 8.2f;
  private static final float P0 = 0.99999994f;
  private static final float P1 = 0.13425535f;
  private static final float P2 = 0.0035489488f;
  private static final float P3 = 2.1512691e-5f;
  private static final float P4 = 1.4671363e-8f;
  private static final float Q1 = 0.4675885f;
  private static final float Q2 = 0.026078645f;
  private static final float Q3 = 0.00033739157f;
  private static final float Q4 = 8.300734e-7f;

  private VectorActivation() {}

  static void tanh(float[] values, int from, int to) {
    for (int at = from; at < to; at += LANES) {
      tanh(load(values, at)).intoArray(values, at);
    }
  }

  static void sigmoid(float[] values, int from, int to) {
    FloatVector half = broadcast(0.5f);
    for (int at = from; at < to; at += LANES) {
      tanh(load(values, at).mul(half)).fma(half, half).intoArray(values, at);
    }
  }

  private static FloatVector tanh(FloatVector value) {
    FloatVector x = value.min(broadcast(LIMIT)).max(broadcast(-LIMIT));
    FloatVector s = x.mul(x);
    FloatVector p =
        broadcast(P4)
            .fma(s, broadcast(P3))
            .fma(s, broadcast(P2))
            .fma(s, broadcast(P1))
            .fma(s, broadcast(P0));
    FloatVector q =
        broadcast(Q4)
            .fma(s, broadcast(Q3))
            .fma(s, broadcast(Q2))
            .fma(s, broadcast(Q1))
            .fma(s, broadcast(1));
    return x.mul(p).div(q);
  }

  static FloatVector broadcast(float value) {
    return FloatVector.broadcast(SPECIES, value);
  }

  static FloatVector load(float[] from, int at) {
    return FloatVector.fromArray(SPECIES, from, at);
  }
}
