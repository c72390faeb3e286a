// SPDX-License-Identifier: Apache-2.0
package dev.weir.sandbox.synthetic;

import java.util.EnumSet;
import java.util.Set;

/** Kind of a generated metric. */
public enum MetricKind {
  /** Utilisation, 0 to 100, with a daily and a weekly pattern. */
  UTILISATION(Season.STRONG),
  /** Requests: daily and weekly pattern, noise proportional to the level, occasional bursts. */
  TRAFFIC(Season.STRONG),
  /** Rate of a counter: Poisson counts with a daily pattern. */
  COUNTER_RATE(Season.STRONG),
  /** Temperature: a daily pattern and slow variation. */
  TEMPERATURE(Season.STRONG),
  /** Latency: a minimum and a heavy tail. */
  LATENCY(Season.FAINT),
  /** Mean-reverting walk with a trend, as of a queue or a price. */
  MEAN_REVERTING(Season.FAINT),
  /** Saw tooth, as of memory between garbage collections. */
  SAWTOOTH(Season.FAINT),
  /** On or off, as of a job. */
  ON_OFF(Season.NONE),
  /** Counts that are mostly zero, as of errors. */
  SPARSE_COUNT(Season.NONE),
  /** Occasional permanent changes of level and variance. */
  SHIFTING(Season.NONE),
  /** Nearly constant. */
  FLAT(Season.NONE);

  /** Strength of the daily pattern. */
  enum Season {
    STRONG,
    FAINT,
    NONE
  }

  /** Kinds without changes of their own: every anomaly in them has been injected. */
  public static final Set<MetricKind> STEADY =
      Set.of(UTILISATION, TRAFFIC, COUNTER_RATE, TEMPERATURE, LATENCY, MEAN_REVERTING, SAWTOOTH);

  private final Season season;

  MetricKind(Season season) {
    this.season = season;
  }

  /** Anomalies that are visible in a metric of this kind. */
  Set<AnomalyKind> anomalies() {
    Set<AnomalyKind> kinds = EnumSet.of(AnomalyKind.SPIKE, AnomalyKind.LEVEL_SHIFT);
    if (season != Season.NONE) {
      kinds.addAll(
          EnumSet.of(AnomalyKind.FLAT_LINE, AnomalyKind.VARIANCE_BURST, AnomalyKind.DRIFT));
    }
    if (season == Season.STRONG) {
      kinds.add(AnomalyKind.MISSING_SEASON);
    }
    return kinds;
  }
}
