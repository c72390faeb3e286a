// SPDX-License-Identifier: Apache-2.0
package dev.weir.sandbox.composed;

import dev.weir.sandbox.synthetic.Noise;
import java.util.Arrays;

/**
 * Random change of a series of deviation 1, applied in the order of the constants: changes of level
 * and variance, anomalies, and effects of measurement.
 */
enum Alteration {
  /** Permanent level shifts. */
  LEVELS(0.2, true) {
    @Override
    void apply(double[] values, Noise noise) {
      double rate = noise.logUniform(1, 12) / values.length;
      double level = 0;
      for (int t = 0; t < values.length; t++) {
        level += noise.chance(rate) ? noise.uniform(-4, 4) : 0;
        values[t] += level;
      }
    }
  },
  /** Alternating periods of low and high variance. */
  VARIANCE(0.2, true) {
    @Override
    void apply(double[] values, Noise noise) {
      double rate = noise.logUniform(2, 30) / values.length;
      double part = 1;
      for (int t = 0; t < values.length; t++) {
        part = noise.chance(rate) ? noise.logUniform(0.2, 3) : part;
        values[t] *= part;
      }
    }
  },
  /** White measurement noise. */
  MEASUREMENT(0.3, false) {
    @Override
    void apply(double[] values, Noise noise) {
      double part = noise.logUniform(0.003, 0.5);
      boolean heavy = noise.chance(0.3);
      for (int t = 0; t < values.length; t++) {
        values[t] += part * (heavy ? noise.heavy() : noise.normal());
      }
    }
  },
  /** Spikes of one point. */
  SPIKES(0.25, true) {
    @Override
    void apply(double[] values, Noise noise) {
      double rate = noise.logUniform(1, 40) / values.length;
      double sign = noise.chance(0.8) ? 1 : -1;
      for (int t = 0; t < values.length; t++) {
        values[t] += noise.chance(rate) ? sign * noise.uniform(2, 15) : 0;
      }
    }
  },
  /** A period of constant values, as of a sensor that hangs. */
  FLAT(0.06, true) {
    @Override
    void apply(double[] values, Noise noise) {
      int from = noise.below(values.length);
      int to = Math.min(values.length, from + 10 + noise.below(values.length / 20));
      Arrays.fill(values, from, to, values[from]);
    }
  },
  /** Exponential smoothing. */
  SMOOTHED(0.12, false) {
    @Override
    void apply(double[] values, Noise noise) {
      double weight = noise.uniform(0.1, 0.8);
      for (int t = 1; t < values.length; t++) {
        values[t] = weight * values[t] + (1 - weight) * values[t - 1];
      }
    }
  },
  /** Clipping at a minimum or maximum, as of a percentage. */
  CLIPPED(0.15, false) {
    @Override
    void apply(double[] values, Noise noise) {
      double low = noise.chance(0.7) ? noise.uniform(-1.5, -0.2) : Double.NEGATIVE_INFINITY;
      double high = noise.chance(0.4) ? noise.uniform(0.5, 3) : Double.POSITIVE_INFINITY;
      for (int t = 0; t < values.length; t++) {
        values[t] = Math.max(low, Math.min(high, values[t]));
      }
    }
  },
  /** Rounding to a step. */
  QUANTISED(0.25, false) {
    @Override
    void apply(double[] values, Noise noise) {
      double step = noise.logUniform(0.01, 1.5);
      for (int t = 0; t < values.length; t++) {
        values[t] = step * Math.rint(values[t] / step);
      }
    }
  },
  /** Sample and hold: a new value every few points. */
  HELD(0.05, false) {
    @Override
    void apply(double[] values, Noise noise) {
      int hold = 2 + noise.below(12);
      for (int t = 0; t < values.length; t++) {
        values[t] = values[t - t % hold];
      }
    }
  };

  private final double chance;
  private final boolean incident;

  Alteration(double chance, boolean incident) {
    this.chance = chance;
    this.incident = incident;
  }

  /** Whether a detector should report it. */
  boolean isIncident() {
    return incident;
  }

  /** Probability for a series of this base. Counts stay whole numbers. */
  double chance(Base base) {
    boolean counted = base == Base.COUNTS;
    return counted && (this == MEASUREMENT || this == QUANTISED || this == SMOOTHED) ? 0 : chance;
  }

  /** Changes the values in place. */
  abstract void apply(double[] values, Noise noise);
}
