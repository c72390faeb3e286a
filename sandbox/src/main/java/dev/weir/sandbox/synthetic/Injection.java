// SPDX-License-Identifier: Apache-2.0
package dev.weir.sandbox.synthetic;

/** Injects an anomaly into the values of a series, in place, scaled by the usual variation. */
final class Injection {

  private final double[] values;
  private final int pointsPerDay;
  private final double spread;
  private final double step;
  private final Noise noise;

  /**
   * @param usual number of points from the start from which the usual variation is measured
   */
  Injection(double[] values, int usual, int pointsPerDay, Noise noise) {
    this.values = values;
    this.pointsPerDay = pointsPerDay;
    this.noise = noise;
    spread = Math.max(deviation(usual), 1e-9);
    step = Math.max(meanStep(usual), 1e-9);
  }

  private double deviation(int to) {
    double mean = 0;
    for (int t = 0; t < to; t++) {
      mean += values[t] / to;
    }
    double squares = 0;
    for (int t = 0; t < to; t++) {
      squares += (values[t] - mean) * (values[t] - mean) / to;
    }
    return Math.sqrt(squares);
  }

  private double meanStep(int to) {
    double sum = 0;
    for (int t = 1; t < to; t++) {
      sum += Math.abs(values[t] - values[t - 1]) / to;
    }
    return sum;
  }

  /** Draws the length of an anomaly of this kind, points. */
  int length(AnomalyKind kind) {
    return switch (kind) {
      case SPIKE -> 1 + noise.below(3);
      case LEVEL_SHIFT, VARIANCE_BURST -> 40 + noise.below(60);
      case FLAT_LINE -> 60 + noise.below(pointsPerDay / 2);
      case MISSING_SEASON -> pointsPerDay;
      case DRIFT -> 120 + noise.below(120);
      case OPPOSED -> pointsPerDay / 2 + noise.below(pointsPerDay / 2);
    };
  }

  /** Changes the points from {@code from}, inclusive, to {@code to}, exclusive. */
  void inject(AnomalyKind kind, int from, int to) {
    switch (kind) {
      case SPIKE -> shift(from, to, sign() * (noise.uniform(4, 8) * spread + 6 * step));
      case LEVEL_SHIFT -> shift(from, to, sign() * (noise.uniform(3, 5) * spread + 4 * step));
      case FLAT_LINE -> hold(from, to, 0);
      case MISSING_SEASON -> hold(from, to, 0.5 * step);
      case VARIANCE_BURST -> shake(from, to, noise.uniform(1, 2) * spread + 4 * step);
      case DRIFT -> ramp(from, to, sign() * (noise.uniform(4, 6) * spread + 4 * step));
      case OPPOSED -> mirror(from, to);
    }
    Waveform.guarded(values);
  }

  private double sign() {
    return noise.chance(0.7) ? 1 : -1;
  }

  private void shift(int from, int to, double by) {
    for (int t = from; t < to; t++) {
      values[t] += by;
    }
  }

  private void hold(int from, int to, double jitter) {
    double held = values[from];
    for (int t = from; t < to; t++) {
      values[t] = held + jitter * noise.normal();
    }
  }

  private void shake(int from, int to, double by) {
    for (int t = from; t < to; t++) {
      values[t] += by * noise.normal();
    }
  }

  private void mirror(int from, int to) {
    double start = values[from];
    for (int t = from; t < to; t++) {
      values[t] = 2 * start - values[t];
    }
  }

  private void ramp(int from, int to, double by) {
    for (int t = from; t < to; t++) {
      values[t] += by * (t - from + 1) / (to - from);
    }
  }
}
