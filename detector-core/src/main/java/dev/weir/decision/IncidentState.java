// SPDX-License-Identifier: Apache-2.0
package dev.weir.decision;

import dev.weir.state.SeriesBytes;

/** State of {@link AlertPolicy} for one series: its open incident, if any, 37 bytes. */
public final class IncidentState {

  private static final int OPEN = 0;
  private static final int START = 1;
  private static final int LAST = 9;
  private static final int PEAK_SCORE = 17;
  private static final int ALERT_SCORE = 21;
  private static final int POINTS = 25;
  private static final int QUIET_POINTS = 29;
  private static final int POINTS_SINCE_ALERT = 33;
  private static final int SIZE = 37;

  private final SeriesBytes bytes;
  private final int offset;

  /** Reserves the section of this state. */
  public IncidentState(SeriesBytes bytes) {
    this.bytes = bytes;
    offset = bytes.reserve(SIZE);
  }

  /** Whether there is an open incident. */
  boolean isOpen() {
    return bytes.getByte(offset + OPEN) != 0;
  }

  /** Number of anomalous points of the open incident, 0 if there is none. */
  public int pointsIfOpen() {
    return isOpen() ? bytes.getInt(offset + POINTS) : 0;
  }

  void open(Evidence evidence) {
    bytes.putByte(offset + OPEN, 1);
    bytes.putLong(offset + START, evidence.timeMillis());
    bytes.putLong(offset + LAST, evidence.timeMillis());
    bytes.putFloat(offset + PEAK_SCORE, (float) evidence.score());
    bytes.putInt(offset + POINTS, 1);
    bytes.putInt(offset + QUIET_POINTS, 0);
    recordAlert(evidence);
  }

  void extend(Evidence evidence) {
    Incident before = incident();
    bytes.putLong(offset + LAST, Math.max(before.lastMillis(), evidence.timeMillis()));
    double peak = Math.max(before.peakScore(), (float) evidence.score());
    bytes.putFloat(offset + PEAK_SCORE, (float) peak);
    bytes.putInt(offset + POINTS, before.points() + 1);
    bytes.putInt(offset + QUIET_POINTS, 0);
  }

  void close() {
    bytes.putByte(offset + OPEN, 0);
  }

  /** Records that an alert with this evidence is emitted. */
  void recordAlert(Evidence evidence) {
    bytes.putInt(offset + POINTS_SINCE_ALERT, 0);
    bytes.putFloat(offset + ALERT_SCORE, (float) evidence.score());
  }

  /** Score of the last alert. */
  double lastAlertScore() {
    return bytes.getFloat(offset + ALERT_SCORE);
  }

  /** Increments and returns the number of points since the last alert. */
  int countPointSinceAlert() {
    return increment(offset + POINTS_SINCE_ALERT);
  }

  /** Increments and returns the number of consecutive points that are not anomalous. */
  int countQuietPoint() {
    return increment(offset + QUIET_POINTS);
  }

  private int increment(int fieldOffset) {
    int count = bytes.getInt(fieldOffset) + 1;
    bytes.putInt(fieldOffset, count);
    return count;
  }

  Incident incident() {
    return new Incident(
        bytes.getLong(offset + START),
        bytes.getLong(offset + LAST),
        bytes.getFloat(offset + PEAK_SCORE),
        bytes.getInt(offset + POINTS));
  }
}
