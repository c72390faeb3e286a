package dev.weir.forecast;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * What the network remembers of one series, and its answer for the point to come. Backs {@link
 * Forecaster}.
 *
 * <p>{@code recurrent} holds each layer's state, {@code [layer][stateSize]}, flat; {@code answer}
 * is {@code [2 * feature]}, mu of each feature, then log sigma of each.
 */
public final class ForecastState {

  final float[] recurrent;
  final float[] answer;
  boolean answered;

  ForecastState(int recurrentSize, int outputs) {
    recurrent = new float[recurrentSize];
    answer = new float[outputs];
  }

  /** Whether there is a forecast for the next point: false at the start and behind a gap. */
  public boolean answered() {
    return answered;
  }

  /** Expected step of this feature to the next point, in units of the series' step. */
  public float mu(int feature) {
    return answer[feature];
  }

  /** Natural logarithm of the forecast's scale, in units of the series' step. */
  public float logSigma(int feature) {
    return answer[answer.length / 2 + feature];
  }

  /** Forgets everything: at the start of a sequence, behind a gap, on a change of model. */
  public void reset() {
    Arrays.fill(recurrent, 0f);
    Arrays.fill(answer, 0f);
    answered = false;
  }

  /** Writes 1 byte and 4 a float. */
  public void write(DataOutput out) throws IOException {
    out.writeBoolean(answered);
    write(out, recurrent);
    write(out, answer);
  }

  private static void write(DataOutput out, float[] values) throws IOException {
    for (float value : values) {
      out.writeFloat(value);
    }
  }

  /** Reads what {@link #write} wrote. */
  public void readFrom(DataInput in) throws IOException {
    answered = in.readBoolean();
    read(in, recurrent);
    read(in, answer);
  }

  private static void read(DataInput in, float[] values) throws IOException {
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readFloat();
    }
  }
}
