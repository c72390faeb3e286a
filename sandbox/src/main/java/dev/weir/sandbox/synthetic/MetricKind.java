package dev.weir.sandbox.synthetic;

import java.util.EnumSet;
import java.util.Set;

/** Kinds of metric, each with its own course. */
public enum MetricKind {
  /** A share from 0 to 100 with day and week in it. */
  UTILISATION(Season.STRONG),
  /**
   * Requests: a day's and a week's course, noise that grows with the level, now and then a burst.
   */
  TRAFFIC(Season.STRONG),
  /** A counter as a rate: whole numbers around a day's course. */
  COUNTER_RATE(Season.STRONG),
  /** Smooth: a day's course and slow weather. */
  TEMPERATURE(Season.STRONG),
  /** Latency: a floor with a heavy tail above it. */
  LATENCY(Season.FAINT),
  /** A queue or a price: drawn back to its level, slowly, on a trend. */
  MEAN_REVERTING(Season.FAINT),
  /** Memory between two collections: rises, falls back, rises. */
  SAWTOOTH(Season.FAINT),
  /** A job that runs or doesn't. */
  ON_OFF(Season.NONE),
  /** Errors: mostly zero. */
  SPARSE_COUNT(Season.NONE),
  /** Level and spread change for good now and then. */
  SHIFTING(Season.NONE),
  /** Hardly ever moves. */
  FLAT(Season.NONE);

  /** How much of a day's course is in it. */
  enum Season {
    STRONG,
    FAINT,
    NONE
  }

  /**
   * Kinds without unlabelled changes of their nature: what falls out of line there was put there.
   */
  public static final Set<MetricKind> STEADY =
      Set.of(UTILISATION, TRAFFIC, COUNTER_RATE, TEMPERATURE, LATENCY, MEAN_REVERTING, SAWTOOTH);

  private final Season season;

  MetricKind(Season season) {
    this.season = season;
  }

  /** What can go wrong with such a metric so that a person would see it. */
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
