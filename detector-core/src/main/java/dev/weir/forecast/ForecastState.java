package dev.weir.forecast;

import java.util.Arrays;

/**
 * What the network remembers of one series, and its answer for the point to come. Backs {@link
 * Forecaster}.
 *
 * <p>One array of floats: each layer's state, {@code [layer][stateSize]}; the answer, {@code [2 *
 * feature]}, mu of each feature, then log sigma of each, NaN where there is none.
 */
public final class ForecastState {

  private final int answerAt;
  private final int outputs;
  private float[] values;

  ForecastState(int recurrentSize, int outputs) {
    this.answerAt = recurrentSize;
    this.outputs = outputs;
    values = new float[recurrentSize + outputs];
    reset();
  }

  /** Turns to another series, whose floats are read and written in place. */
  public void lookAt(float[] series) {
    values = series;
  }

  /** A copy of the floats looked at. */
  public float[] copy() {
    return values.clone();
  }

  /** The floats looked at, which start with the layers' states. */
  float[] recurrent() {
    return values;
  }

  void answer(int output, float value) {
    values[answerAt + output] = value;
  }

  /** Whether there is a forecast for the next point: false at the start and behind a gap. */
  public boolean answered() {
    return !Float.isNaN(values[answerAt]);
  }

  /** Expected step of this feature to the next point, in units of the series' step. */
  public float mu(int feature) {
    return values[answerAt + feature];
  }

  /** Natural logarithm of the forecast's scale, in units of the series' step. */
  public float logSigma(int feature) {
    return values[answerAt + outputs / 2 + feature];
  }

  /** Forgets everything: at the start of a sequence, behind a gap, on a change of model. */
  public void reset() {
    Arrays.fill(values, 0, answerAt, 0f);
    Arrays.fill(values, answerAt, values.length, Float.NaN);
  }
}
