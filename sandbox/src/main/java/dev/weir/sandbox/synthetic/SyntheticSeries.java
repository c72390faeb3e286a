// SPDX-License-Identifier: Apache-2.0
package dev.weir.sandbox.synthetic;

import dev.weir.series.RecordedSeries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Generator of a history without anomalies, followed by a stream with labelled anomalies.
 *
 * <p>Each series has its own random numbers, seeded by config and index, so more series or
 * anomalies do not change the others.
 */
public final class SyntheticSeries {

  /** Points at the start of the stream without injected anomalies. */
  private static final int CALM_START = 60;

  /** Largest share of a feature that follows the first one. */
  private static final double SHARED = 0.6;

  private static final long INJECTION_SEED = 0x5DEECE66DL;

  private final SyntheticConfig config;
  private final List<MetricKind> kinds;

  /** Creates the generator. */
  public SyntheticSeries(SyntheticConfig config) {
    this.config = config;
    kinds = config.kinds().stream().sorted(Comparator.naturalOrder()).toList();
  }

  /** Generates the history. */
  public GeneratedHistory history() {
    List<RecordedSeries> series = new ArrayList<>();
    for (int index = 0; index < config.series(); index++) {
      series.add(cut(index, generate(index), 0, config.historyPoints()));
    }
    return GeneratedHistory.complete("generated series, seed " + config.seed(), series);
  }

  /**
   * Generates the stream after the history.
   *
   * @param anomaliesPerSeries number of anomalies per series, as far as they fit without touching
   */
  public LabelledStream stream(int anomaliesPerSeries) {
    return stream(anomaliesPerSeries, EnumSet.allOf(AnomalyKind.class));
  }

  /**
   * Generates the stream after the history, with anomalies of some kinds only.
   *
   * @param anomaliesPerSeries number of anomalies per series, as far as they fit without touching
   * @param anomalies kinds to inject, where they are visible in the metric
   */
  public LabelledStream stream(int anomaliesPerSeries, Set<AnomalyKind> anomalies) {
    List<RecordedSeries> series = new ArrayList<>();
    List<Label> labels = new ArrayList<>();
    for (int index = 0; index < config.series(); index++) {
      double[][] features = generate(index);
      labels.addAll(inject(index, features, anomaliesPerSeries, anomalies));
      series.add(cut(index, features, config.historyPoints(), config.points()));
    }
    return new LabelledStream(series, labels);
  }

  /** All values of each feature, {@code [feature][time]}. */
  private double[][] generate(int index) {
    Noise noise = new Noise(seed(index, 0));
    double[][] features = new double[config.features()][];
    features[0] = Waveform.generate(kind(index), config, noise);
    for (int feature = 1; feature < features.length; feature++) {
      features[feature] = Waveform.generate(kind(index + feature), config, noise);
      follow(features[0], features[feature], noise.uniform(0, SHARED));
    }
    return features;
  }

  /** Adds a share of the first feature's values, in the unit of the feature. */
  private static void follow(double[] first, double[] feature, double part) {
    double unit = range(feature) / Math.max(range(first), 1e-9);
    for (int t = 0; t < feature.length; t++) {
      feature[t] = (1 - part) * feature[t] + part * unit * first[t];
    }
    Waveform.guarded(feature);
  }

  private static double range(double[] values) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return high - low;
  }

  private List<Label> inject(int index, double[][] features, int count, Set<AnomalyKind> wanted) {
    Noise noise = new Noise(seed(index, INJECTION_SEED));
    List<AnomalyKind> possible =
        kind(index).anomalies().stream().filter(wanted::contains).sorted().toList();
    if (possible.isEmpty()) {
      return List.of();
    }
    List<Label> labels = new ArrayList<>();
    int slot = (config.streamPoints() - CALM_START) / Math.max(1, count);
    for (int i = 0; i < count; i++) {
      AnomalyKind anomaly = possible.get((index + i) % possible.size());
      int feature = noise.below(features.length);
      Injection injection =
          new Injection(features[feature], config.historyPoints(), config.pointsPerDay(), noise);
      int length = injection.length(anomaly);
      int room = slot - length - CALM_START;
      if (room > 0) {
        int from = config.historyPoints() + CALM_START + i * slot + noise.below(room);
        injection.inject(anomaly, from, from + length);
        labels.add(label(index, anomaly, from, from + length, feature));
      }
    }
    return labels;
  }

  private Label label(int index, AnomalyKind kind, int from, int to, int feature) {
    return new Label(name(index), kind, timeMillis(from), timeMillis(to - 1), feature);
  }

  private RecordedSeries cut(int index, double[][] features, int from, int to) {
    long[] times = new long[to - from];
    double[][] values = new double[to - from][features.length];
    for (int t = from; t < to; t++) {
      times[t - from] = timeMillis(t);
      for (int feature = 0; feature < features.length; feature++) {
        values[t - from][feature] = features[feature][t];
      }
    }
    return new RecordedSeries(name(index), featureNames(), times, values);
  }

  private List<String> featureNames() {
    return config.features() == 1
        ? List.of(RecordedSeries.ONLY_FEATURE)
        : IntStream.rangeClosed(1, config.features())
            .mapToObj(feature -> RecordedSeries.ONLY_FEATURE + feature)
            .toList();
  }

  private long timeMillis(int t) {
    return config.start().toEpochMilli() + t * config.step().toMillis();
  }

  private MetricKind kind(int index) {
    return kinds.get(index % kinds.size());
  }

  private String name(int index) {
    String kind = kind(index).name().toLowerCase(Locale.ROOT).replace('_', '-');
    return "host-" + (index / kinds.size() + 1) + "/" + kind;
  }

  private long seed(int index, long salt) {
    return config.seed() * 0x9E3779B97F4A7C15L + index * 0xBF58476D1CE4E5B9L + salt;
  }
}
