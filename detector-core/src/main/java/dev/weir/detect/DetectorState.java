package dev.weir.detect;

import dev.weir.decision.BudgetControl;
import dev.weir.decision.BudgetState;
import dev.weir.decision.Debounce;
import dev.weir.decision.DebounceState;
import dev.weir.decision.IncidentState;
import dev.weir.forecast.ForecastState;
import dev.weir.score.FeatureHistory;
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

  static final byte VERSION = 2;

  final ClockState clock;
  final ScalerState scaler;
  final ForecastState forecast;
  final FeatureHistory[] histories;
  final BudgetState budget;
  final DebounceState debounce;
  final IncidentState incident;

  DetectorState(Detector detector) {
    clock = new ClockState();
    scaler = detector.newScalerState();
    forecast = detector.newForecastState();
    histories = detector.newHistories();
    budget = BudgetControl.newState();
    debounce = Debounce.newState();
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
    for (FeatureHistory history : histories) {
      history.write(out);
    }
    budget.write(out);
    debounce.write(out);
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
    for (FeatureHistory history : histories) {
      history.readFrom(in);
    }
    budget.readFrom(in);
    debounce.readFrom(in);
    incident.readFrom(in);
  }
}
