// SPDX-License-Identifier: Apache-2.0
package dev.weir.sandbox.composed;

import dev.weir.sandbox.synthetic.Noise;
import java.util.Arrays;

/** Draws missing points: single points in 20 % of the series, an outage in 10 %. */
final class Holes {

  private static final double LARGEST_PART = 0.03;

  private Holes() {}

  /** Draws which points are present, {@code [time]}. */
  static boolean[] draw(int length, Noise noise) {
    boolean[] present = new boolean[length];
    Arrays.fill(present, true);
    if (noise.chance(0.2)) {
      single(present, noise.uniform(0, LARGEST_PART), noise);
    }
    if (noise.chance(0.1)) {
      outage(present, noise);
    }
    return present;
  }

  private static void single(boolean[] present, double part, Noise noise) {
    for (int t = 0; t < present.length; t++) {
      present[t] = !noise.chance(part);
    }
  }

  private static void outage(boolean[] present, Noise noise) {
    int from = noise.below(present.length);
    int to = Math.min(present.length, from + 2 + noise.below(present.length / 20));
    Arrays.fill(present, from, to, false);
  }
}
