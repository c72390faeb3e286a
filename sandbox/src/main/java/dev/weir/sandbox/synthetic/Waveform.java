// SPDX-License-Identifier: Apache-2.0
package dev.weir.sandbox.synthetic;

/** Generates the values of one metric. */
final class Waveform {

  private static final double LARGEST = 1e12;

  private final double[] values;
  private final int pointsPerDay;
  private final Noise noise;

  private Waveform(SyntheticConfig config, Noise noise) {
    values = new double[config.points()];
    pointsPerDay = config.pointsPerDay();
    this.noise = noise;
  }

  /** Generates all values of a metric of this kind, {@code [time]}. */
  static double[] generate(MetricKind kind, SyntheticConfig config, Noise noise) {
    Waveform wave = new Waveform(config, noise);
    switch (kind) {
      case UTILISATION -> wave.utilisation();
      case TRAFFIC -> wave.traffic();
      case COUNTER_RATE -> wave.counterRate();
      case TEMPERATURE -> wave.temperature();
      case LATENCY -> wave.latency();
      case MEAN_REVERTING -> wave.meanReverting();
      case SAWTOOTH -> wave.sawtooth();
      case ON_OFF -> wave.onOff();
      case SPARSE_COUNT -> wave.sparseCount();
      case SHIFTING -> wave.shifting();
      case FLAT -> wave.flat();
    }
    return guarded(wave.values);
  }

  /** Limits all values to a finite range. */
  static double[] guarded(double[] values) {
    for (int t = 0; t < values.length; t++) {
      double finite = Double.isNaN(values[t]) ? 0 : values[t];
      values[t] = Math.max(-LARGEST, Math.min(LARGEST, finite));
    }
    return values;
  }

  private void utilisation() {
    DayCourse course = new DayCourse(pointsPerDay, noise);
    Autoregression rest = new Autoregression(noise.uniform(0.3, 0.95), false);
    double level = noise.uniform(25, 60);
    double amplitude = noise.uniform(8, 25);
    double spread = noise.uniform(0.5, 4);
    for (int t = 0; t < values.length; t++) {
      double share = level + amplitude * course.at(t) + spread * rest.next(noise);
      values[t] = Math.max(0, Math.min(100, share));
    }
  }

  private void traffic() {
    DayCourse course = new DayCourse(pointsPerDay, noise);
    Autoregression rest = new Autoregression(noise.uniform(0.2, 0.9), noise.chance(0.3));
    double level = noise.logUniform(10, 1e6);
    double amplitude = noise.uniform(0.3, 1.2);
    double spread = noise.uniform(0.02, 0.12);
    double burst = 0;
    for (int t = 0; t < values.length; t++) {
      burst = noise.chance(0.002) ? noise.uniform(0.1, 0.5) : 0.7 * burst;
      values[t] = level * Math.exp(amplitude * course.at(t) + spread * rest.next(noise) + burst);
    }
  }

  private void counterRate() {
    DayCourse course = new DayCourse(pointsPerDay, noise);
    double level = noise.logUniform(3, 3000);
    double amplitude = noise.uniform(0.3, 1);
    for (int t = 0; t < values.length; t++) {
      values[t] = noise.poisson(level * Math.exp(amplitude * course.at(t)));
    }
  }

  private void temperature() {
    DayCourse course = new DayCourse(pointsPerDay, noise);
    Autoregression weather = new Autoregression(0.999, false);
    double level = noise.uniform(-10, 80);
    double amplitude = noise.uniform(1, 8);
    double spread = noise.uniform(0.5, 3);
    double jitter = noise.uniform(0.01, 0.2);
    for (int t = 0; t < values.length; t++) {
      double slow = amplitude * course.at(t) + spread * weather.next(noise);
      values[t] = level + slow + jitter * noise.normal();
    }
  }

  private void latency() {
    DayCourse course = new DayCourse(pointsPerDay, noise);
    Autoregression rest = new Autoregression(noise.uniform(0, 0.7), false);
    double floor = noise.logUniform(0.5, 500);
    double amplitude = noise.uniform(0, 0.3);
    double spread = noise.uniform(0.1, 0.5);
    for (int t = 0; t < values.length; t++) {
      values[t] = floor * (1 + Math.exp(amplitude * course.at(t) + spread * rest.next(noise) - 1));
    }
  }

  private void meanReverting() {
    Autoregression rest = new Autoregression(noise.uniform(0.9, 0.995), noise.chance(0.3));
    double level = noise.logUniform(1, 1e5);
    double spread = level * noise.uniform(0.02, 0.2);
    double trend = spread * noise.uniform(-1, 1) / values.length;
    for (int t = 0; t < values.length; t++) {
      values[t] = level + trend * t + spread * rest.next(noise);
    }
  }

  private void sawtooth() {
    double floor = noise.logUniform(10, 1e4);
    double height = floor * noise.uniform(0.3, 2);
    double period = noise.uniform(15, Math.max(20, pointsPerDay / 2.0));
    double spread = height * noise.uniform(0.005, 0.03);
    double filled = noise.uniform(0, 1);
    for (int t = 0; t < values.length; t++) {
      filled += noise.uniform(0.9, 1.1) / period;
      filled = filled >= 1 ? 0 : filled;
      values[t] = floor + height * filled + spread * noise.normal();
    }
  }

  private void onOff() {
    double low = noise.logUniform(0.1, 100);
    double high = low * noise.uniform(2, 20);
    double change = 1.0 / noise.uniform(5, pointsPerDay);
    double spread = low * noise.uniform(0.01, 0.1);
    boolean on = false;
    for (int t = 0; t < values.length; t++) {
      on = noise.chance(change) != on;
      values[t] = (on ? high : low) + spread * noise.normal();
    }
  }

  private void sparseCount() {
    double mean = noise.logUniform(0.01, 1);
    for (int t = 0; t < values.length; t++) {
      values[t] = noise.poisson(mean);
    }
  }

  private void shifting() {
    Autoregression rest = new Autoregression(noise.uniform(0, 0.9), noise.chance(0.5));
    double unit = noise.logUniform(0.1, 1e4);
    double level = unit * noise.uniform(5, 50);
    double spread = unit;
    for (int t = 0; t < values.length; t++) {
      level = noise.chance(0.002) ? level + unit * noise.uniform(-10, 10) : level;
      spread = noise.chance(0.002) ? unit * noise.logUniform(0.2, 5) : spread;
      values[t] = level + spread * rest.next(noise);
    }
  }

  private void flat() {
    double level = Math.rint(noise.logUniform(1, 1e4));
    for (int t = 0; t < values.length; t++) {
      level = noise.chance(0.001) ? level + 1 : level;
      values[t] = level;
    }
  }
}
