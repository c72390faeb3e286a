// SPDX-License-Identifier: Apache-2.0
package dev.weir.sandbox.synthetic;

import dev.weir.series.RecordedSeries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Generator of hosts whose features follow one load. An anomaly is injected into exactly one
 * feature, so its cause is known.
 *
 * <p>{@code load} has a daily and a weekly pattern. {@code cpu} follows it immediately, {@code
 * memory} with a moving average, {@code latency} two points later with the square of the load. Each
 * has its own noise. Kinds and features alternate: over four hosts every kind is injected into
 * every feature equally often.
 */
public final class CoupledHosts {

  /** Names of the features, in the order of a point's values. */
  public static final List<String> FEATURES = List.of("load", "cpu", "memory", "latency");

  /** Kinds to inject, in turn. */
  public static final List<AnomalyKind> KINDS =
      List.of(
          AnomalyKind.SPIKE, AnomalyKind.LEVEL_SHIFT, AnomalyKind.FLAT_LINE, AnomalyKind.OPPOSED);

  /** Points per day. */
  public static final int POINTS_PER_DAY = 288;

  /** Interval of the points, milliseconds. */
  public static final long STEP_MILLIS = 300_000;

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int LATENCY_LAG = 2;
  private static final long INJECTION_SEED = 0x5DEECE66DL;

  private final CoupledConfig config;

  /** Creates the generator. */
  public CoupledHosts(CoupledConfig config) {
    this.config = config;
  }

  /** Generates the history, without anomalies. */
  public GeneratedHistory history() {
    List<RecordedSeries> series = new ArrayList<>();
    for (int host = 0; host < config.hosts(); host++) {
      series.add(series(host, generate(host), config.historyPoints()));
    }
    return GeneratedHistory.complete("coupled hosts, seed " + config.seed(), series);
  }

  /** Generates history and stream as one series per host, with the labels of its anomalies. */
  public LabelledStream stream() {
    List<RecordedSeries> series = new ArrayList<>();
    List<Label> labels = new ArrayList<>();
    for (int host = 0; host < config.hosts(); host++) {
      double[][] features = generate(host);
      labels.addAll(inject(host, features));
      series.add(series(host, features, config.points()));
    }
    return new LabelledStream(series, labels);
  }

  private double[][] generate(int host) {
    Noise noise = new Noise(seed(host, 0));
    double[] load = load(noise);
    return new double[][] {load, cpu(load, noise), memory(load, noise), latency(load, noise)};
  }

  /** Load, mean about 1, {@code [time]}. */
  private double[] load(Noise noise) {
    DayCourse course = new DayCourse(POINTS_PER_DAY, noise);
    Autoregression rest = new Autoregression(0.8, false);
    double amplitude = noise.uniform(0.3, 0.5);
    return each(
        config.points(),
        t -> Math.max(0.05, 1 + amplitude * course.at(t) + 0.04 * rest.next(noise)));
  }

  /** CPU utilisation, percent, {@code [time]}. */
  private static double[] cpu(double[] load, Noise noise) {
    Autoregression rest = new Autoregression(0.5, false);
    double idle = noise.uniform(3, 10);
    double perLoad = noise.uniform(25, 40);
    return each(load.length, t -> idle + perLoad * load[t] + rest.next(noise));
  }

  /** Memory utilisation, percent, {@code [time]}. */
  private static double[] memory(double[] load, Noise noise) {
    Autoregression rest = new Autoregression(0.9, false);
    double resident = noise.uniform(20, 40);
    double perLoad = noise.uniform(15, 30);
    double[] held = average(load);
    return each(load.length, t -> resident + perLoad * held[t] + 0.4 * rest.next(noise));
  }

  /** Latency, milliseconds, {@code [time]}. */
  private static double[] latency(double[] load, Noise noise) {
    Autoregression rest = new Autoregression(0.3, true);
    double floor = noise.uniform(5, 20);
    double perLoad = noise.uniform(15, 30);
    return each(
        load.length,
        t -> {
          double before = load[Math.max(0, t - LATENCY_LAG)];
          return Math.max(1, floor + perLoad * before * before + 1.5 * rest.next(noise));
        });
  }

  /** Exponential moving average over an hour. */
  private static double[] average(double[] values) {
    double[] average = values.clone();
    for (int t = 1; t < values.length; t++) {
      average[t] = average[t - 1] + (values[t] - average[t - 1]) / 12;
    }
    return average;
  }

  private static double[] each(int points, IntToDoubleFunction value) {
    return IntStream.range(0, points).mapToDouble(value).toArray();
  }

  private List<Label> inject(int host, double[][] features) {
    Noise noise = new Noise(seed(host, INJECTION_SEED));
    List<Label> labels = new ArrayList<>();
    int slot = config.streamPoints() / Math.max(1, config.anomalies());
    for (int i = 0; i < config.anomalies(); i++) {
      AnomalyKind kind = KINDS.get(i % KINDS.size());
      int feature = (host + i + i / KINDS.size()) % FEATURES.size();
      Injection injection =
          new Injection(features[feature], config.historyPoints(), POINTS_PER_DAY, noise);
      int length = injection.length(kind);
      int calm = slot / 4;
      int from = config.historyPoints() + i * slot + calm + noise.below(slot - length - calm);
      injection.inject(kind, from, from + length);
      labels.add(new Label(name(host), kind, time(from), time(from + length - 1), feature));
    }
    return labels;
  }

  private static RecordedSeries series(int host, double[][] features, int points) {
    long[] times = new long[points];
    double[][] values = new double[points][];
    for (int t = 0; t < points; t++) {
      int row = t;
      times[t] = time(t);
      values[t] = Arrays.stream(features).mapToDouble(feature -> feature[row]).toArray();
    }
    return new RecordedSeries(name(host), FEATURES, times, values);
  }

  private static long time(int t) {
    return START.toEpochMilli() + t * STEP_MILLIS;
  }

  private static String name(int host) {
    return String.format("host-%02d", host + 1);
  }

  private long seed(int host, long salt) {
    return config.seed() * 0x9E3779B97F4A7C15L + host * 0xBF58476D1CE4E5B9L + salt;
  }
}
