package dev.weir.decision;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The incident that a series is in, if any. Backs {@link AlertPolicy}. */
public final class IncidentState {

  boolean open;
  long startMillis;
  long lastMillis;
  float peakScore;
  float toldScore;
  int points;
  int quietPoints;

  /** Points since a person was last told, by an opening or a reminder. */
  int pointsSinceTold;

  /** Whether the series is in an incident. */
  public boolean isOpen() {
    return open;
  }

  /** Anomalous points of the incident that the series is in, 0 where it is in none. */
  public int pointsIfOpen() {
    return open ? points : 0;
  }

  Incident incident() {
    return new Incident(startMillis, lastMillis, peakScore, points);
  }

  /** Writes 37 bytes. */
  public void write(DataOutput out) throws IOException {
    out.writeBoolean(open);
    out.writeLong(startMillis);
    out.writeLong(lastMillis);
    out.writeFloat(peakScore);
    out.writeFloat(toldScore);
    out.writeInt(points);
    out.writeInt(quietPoints);
    out.writeInt(pointsSinceTold);
  }

  /** Reads what {@link #write} wrote. */
  public void readFrom(DataInput in) throws IOException {
    open = in.readBoolean();
    startMillis = in.readLong();
    lastMillis = in.readLong();
    peakScore = in.readFloat();
    toldScore = in.readFloat();
    points = in.readInt();
    quietPoints = in.readInt();
    pointsSinceTold = in.readInt();
  }
}
