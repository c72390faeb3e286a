// SPDX-License-Identifier: Apache-2.0
package dev.weir.sandbox.composed;

import dev.weir.sandbox.synthetic.Noise;
import java.util.ArrayList;
import java.util.List;

/** Generates the sum of one to three seasons of random shape, with deviation 1. */
final class Seasons {

  /** Points per minute, hour, day or week at common intervals. */
  private static final int[] USUAL = {
    7, 12, 24, 24, 30, 48, 60, 60, 96, 120, 144, 144, 168, 288, 288, 288, 288, 336, 720, 1440
  };

  private static final int DAYS_OF_A_WEEK = 7;

  private Seasons() {}

  static double[] draw(int length, Noise noise) {
    double[] values = new double[length];
    for (double period : periods(length, noise)) {
      Course.add(values, noise.logUniform(0.3, 1.5), season(period, length, noise));
    }
    if (noise.chance(0.25)) {
      modulate(values, noise);
    }
    return Course.standardised(values);
  }

  private static List<Double> periods(int length, Noise noise) {
    List<Double> periods = new ArrayList<>();
    double day =
        noise.chance(0.6)
            ? USUAL[noise.below(USUAL.length)]
            : noise.logUniform(4, Math.max(8, length / 3.0));
    periods.add(day);
    if (noise.chance(0.4)) {
      periods.add(DAYS_OF_A_WEEK * day);
    }
    if (noise.chance(0.3)) {
      periods.add(noise.logUniform(3, Math.max(6, length / 4.0)));
    }
    return periods;
  }

  private static double[] season(double period, int length, Noise noise) {
    Shape shape = Shape.values()[noise.below(Shape.values().length)];
    double[] profile = shape.profile(Math.max(8, (int) Math.ceil(period)), noise);
    double phase = noise.uniform(0, 1);
    double jitter = noise.chance(0.2) ? noise.uniform(0, 0.02) : 0;
    double[] values = new double[length];
    for (int t = 0; t < length; t++) {
      phase += (1 + jitter * noise.normal()) / period;
      phase -= Math.floor(phase);
      values[t] = between(profile, phase);
    }
    return Course.standardised(values);
  }

  private static double between(double[] profile, double phase) {
    double at = phase * profile.length;
    int left = (int) at % profile.length;
    double part = at - Math.floor(at);
    return (1 - part) * profile[left] + part * profile[(left + 1) % profile.length];
  }

  /** Modulates the amplitude slowly. */
  private static void modulate(double[] values, Noise noise) {
    double depth = noise.uniform(0.1, 0.8);
    double angle = 2 * Math.PI / noise.logUniform(200, 5000);
    double phase = noise.uniform(0, 2 * Math.PI);
    for (int t = 0; t < values.length; t++) {
      values[t] *= 1 + depth * Math.sin(angle * t + phase);
    }
  }

  /** Shape of one period. */
  private enum Shape {
    HARMONICS,
    SMOOTH,
    PEAK,
    PULSE,
    TOOTH,
    STEPS;

    double[] profile(int length, Noise noise) {
      double[] profile = new double[length];
      switch (this) {
        case HARMONICS -> harmonics(profile, 2 + noise.below(6), noise);
        case SMOOTH -> harmonics(profile, 1, noise);
        case PEAK -> peak(profile, noise.logUniform(1, 60));
        case PULSE -> pulse(profile, noise.uniform(0.03, 0.6));
        case TOOTH -> tooth(profile, noise.uniform(0.05, 0.95));
        case STEPS -> steps(profile, 2 + noise.below(8), noise);
      }
      return profile;
    }

    private static void harmonics(double[] profile, int count, Noise noise) {
      double decay = noise.uniform(0.5, 2);
      for (int k = 1; k <= count; k++) {
        double amplitude = noise.normal() / Math.pow(k, decay);
        double phase = noise.uniform(0, 2 * Math.PI);
        for (int i = 0; i < profile.length; i++) {
          profile[i] += amplitude * Math.sin(2 * Math.PI * k * i / profile.length + phase);
        }
      }
    }

    private static void peak(double[] profile, double sharpness) {
      for (int i = 0; i < profile.length; i++) {
        profile[i] = Math.exp(sharpness * (Math.cos(2 * Math.PI * i / profile.length) - 1));
      }
    }

    private static void pulse(double[] profile, double duty) {
      for (int i = 0; i < profile.length; i++) {
        profile[i] = i < Math.max(1, duty * profile.length) ? 1 : 0;
      }
    }

    private static void tooth(double[] profile, double rise) {
      for (int i = 0; i < profile.length; i++) {
        double at = (double) i / profile.length;
        profile[i] = at < rise ? at / rise : (1 - at) / (1 - rise);
      }
    }

    private static void steps(double[] profile, int count, Noise noise) {
      double level = noise.normal();
      for (int i = 0; i < profile.length; i++) {
        level = noise.chance((double) count / profile.length) ? noise.normal() : level;
        profile[i] = level;
      }
    }
  }
}
