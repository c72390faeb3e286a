package dev.weir.sandbox.composed;

import dev.weir.sandbox.synthetic.Noise;
import java.util.Arrays;

/**
 * What may happen to a course of unit spread, in this order: changes of its nature, a few
 * anomalies, and how it is measured.
 */
enum Alteration {
  /** The level jumps for good, a few times. */
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
  /** Calm and wild stretches take turns. */
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
  /** White noise of the measurement. */
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
  /** Single points far off, now and then. */
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
  /** A stretch that stands still, like a sensor that hangs. */
  FLAT(0.06, true) {
    @Override
    void apply(double[] values, Noise noise) {
      int from = noise.below(values.length);
      int to = Math.min(values.length, from + 10 + noise.below(values.length / 20));
      Arrays.fill(values, from, to, values[from]);
    }
  },
  /** A mean over the last few points is what is shown. */
  SMOOTHED(0.12, false) {
    @Override
    void apply(double[] values, Noise noise) {
      double weight = noise.uniform(0.1, 0.8);
      for (int t = 1; t < values.length; t++) {
        values[t] = weight * values[t] + (1 - weight) * values[t - 1];
      }
    }
  },
  /** A floor or a ceiling, as a share has them at 0 and 100. */
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
  /** Rounded to steps, fine or coarse. */
  QUANTISED(0.25, false) {
    @Override
    void apply(double[] values, Noise noise) {
      double step = noise.logUniform(0.01, 1.5);
      for (int t = 0; t < values.length; t++) {
        values[t] = step * Math.rint(values[t] / step);
      }
    }
  },
  /** Sampled and held: a new value every few points. */
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

  /** Whether a detector would be right to tell of it. */
  boolean isIncident() {
    return incident;
  }

  /** How many of the series of this base are altered so; counts are never broken up by noise. */
  double chance(Base base) {
    boolean counted = base == Base.COUNTS;
    return counted && (this == MEASUREMENT || this == QUANTISED || this == SMOOTHED) ? 0 : chance;
  }

  /** Alters a course in place. */
  abstract void apply(double[] values, Noise noise);
}
