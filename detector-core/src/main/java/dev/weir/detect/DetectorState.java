package dev.weir.detect;

import dev.weir.decision.IncidentState;
import dev.weir.forecast.ForecastState;
import dev.weir.score.ErrorDistribution;
import dev.weir.score.ErrorState;
import dev.weir.score.RangeState;
import dev.weir.series.ClockState;
import dev.weir.series.ScalerState;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * All that is kept of one series, stage by stage; its sizes follow from the model. Backs {@link
 * Detector}.
 */
public final class DetectorState {

  static final byte VERSION = 1;

  final ClockState clock;
  final ScalerState scaler;
  final ForecastState forecast;
  final ErrorState errors;
  final RangeState range;
  final IncidentState incident;

  DetectorState(Detector detector) {
    clock = new ClockState();
    scaler = detector.newScalerState();
    forecast = detector.newForecastState();
    errors = ErrorDistribution.newState();
    range = detector.newRangeState();
    incident = detector.newIncidentState();
  }

  /** Points seen so far. */
  public int points() {
    return clock.count();
  }

  /** Whether the series is in an incident. */
  public boolean inIncident() {
    return incident.isOpen();
  }

  /** Writes the version, then each stage's part; the size is fixed by the model. */
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    clock.write(out);
    scaler.write(out);
    forecast.write(out);
    errors.write(out);
    range.write(out);
    incident.write(out);
  }

  /**
   * Reads what {@link #write} wrote, into a state of the same model.
   *
   * @throws IOException where the bytes are of another version
   */
  public void readFrom(DataInput in) throws IOException {
    byte version = in.readByte();
    if (version != VERSION) {
      throw new IOException(
          "detector state is of another version: found=" + version + ", readable=" + VERSION);
    }
    clock.readFrom(in);
    scaler.readFrom(in);
    forecast.readFrom(in);
    errors.readFrom(in);
    range.readFrom(in);
    incident.readFrom(in);
  }
}
