package dev.weir.decision;

import dev.weir.state.SeriesBytes;

/** The incident that a series is in, if any, 37 bytes. Backs {@link AlertPolicy}. */
public final class IncidentState {

  private static final int OPEN = 0;
  private static final int START = 1;
  private static final int LAST = 9;
  private static final int PEAK_SCORE = 17;
  private static final int TOLD_SCORE = 21;
  private static final int POINTS = 25;
  private static final int QUIET_POINTS = 29;
  private static final int POINTS_SINCE_TOLD = 33;
  private static final int SIZE = 37;

  private final SeriesBytes bytes;
  private final int at;

  /** Reserves its place. */
  public IncidentState(SeriesBytes bytes) {
    this.bytes = bytes;
    at = bytes.reserve(SIZE);
  }

  /** Whether the series is in an incident. */
  public boolean isOpen() {
    return bytes.getByte(at + OPEN) != 0;
  }

  /** Anomalous points of the incident that the series is in, 0 where it is in none. */
  public int pointsIfOpen() {
    return isOpen() ? bytes.getInt(at + POINTS) : 0;
  }

  void open(Evidence evidence) {
    bytes.putByte(at + OPEN, 1);
    bytes.putLong(at + START, evidence.timeMillis());
    bytes.putLong(at + LAST, evidence.timeMillis());
    bytes.putFloat(at + PEAK_SCORE, (float) evidence.score());
    bytes.putInt(at + POINTS, 1);
    bytes.putInt(at + QUIET_POINTS, 0);
    told(evidence);
  }

  void extend(Evidence evidence) {
    Incident before = incident();
    bytes.putLong(at + LAST, Math.max(before.lastMillis(), evidence.timeMillis()));
    double peak = Math.max(before.peakScore(), (float) evidence.score());
    bytes.putFloat(at + PEAK_SCORE, (float) peak);
    bytes.putInt(at + POINTS, before.points() + 1);
    bytes.putInt(at + QUIET_POINTS, 0);
  }

  void close() {
    bytes.putByte(at + OPEN, 0);
  }

  /** A person is told now, by an opening or a reminder. */
  void told(Evidence evidence) {
    bytes.putInt(at + POINTS_SINCE_TOLD, 0);
    bytes.putFloat(at + TOLD_SCORE, (float) evidence.score());
  }

  double toldScore() {
    return bytes.getFloat(at + TOLD_SCORE);
  }

  /** Counts a point since a person was last told. */
  int countSinceTold() {
    return increment(at + POINTS_SINCE_TOLD);
  }

  /** Counts a point without an anomaly. */
  int countQuiet() {
    return increment(at + QUIET_POINTS);
  }

  private int increment(int place) {
    int count = bytes.getInt(place) + 1;
    bytes.putInt(place, count);
    return count;
  }

  Incident incident() {
    return new Incident(
        bytes.getLong(at + START),
        bytes.getLong(at + LAST),
        bytes.getFloat(at + PEAK_SCORE),
        bytes.getInt(at + POINTS));
  }
}
