// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The core's tanh, the same rational function, in the Vector API. */
final class VectorTanh {

  static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
  static final int WIDTH = LANES.length();

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

  private VectorTanh() {}

  static void tanh(float[] values, int from, int to) {
    for (int at = from; at < to; at += WIDTH) {
      tanh(load(values, at)).intoArray(values, at);
    }
  }

  static void sigmoid(float[] values, int from, int to) {
    FloatVector half = all(0.5f);
    for (int at = from; at < to; at += WIDTH) {
      tanh(load(values, at).mul(half)).fma(half, half).intoArray(values, at);
    }
  }

  private static FloatVector tanh(FloatVector value) {
    FloatVector x = value.min(all(LIMIT)).max(all(-LIMIT));
    FloatVector s = x.mul(x);
    FloatVector p = all(P4).fma(s, all(P3)).fma(s, all(P2)).fma(s, all(P1)).fma(s, all(P0));
    FloatVector q = all(Q4).fma(s, all(Q3)).fma(s, all(Q2)).fma(s, all(Q1)).fma(s, all(1));
    return x.mul(p).div(q);
  }

  static FloatVector all(float value) {
    return FloatVector.broadcast(LANES, value);
  }

  static FloatVector load(float[] from, int at) {
    return FloatVector.fromArray(LANES, from, at);
  }
}
