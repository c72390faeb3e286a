package dev.weir.forecast;

import org.jspecify.annotations.Nullable;

/**
 * The networks of many series, each shown one point, side by side: half the time of one by one, and
 * the same floats.
 *
 * <p>Not thread-safe, since it owns its scratch space: one a thread.
 */
public final class ForecastBatch {

  /**
   * The most series side by side: the more, the less the scalar ends of vectorised loops count; of
   * more, what all units read no longer fits a core's second cache.
   */
  public static final int LANES = 384;

  /** Fewer are faster one by one. */
  private static final int FEWEST = 64;

  private final Forecaster forecaster;
  private final ForecastState single;
  private final float[] singleInput;

  /** {@code [inputs][lane]}. */
  private final float[][] inputs;

  /** None where the cell has no form for lanes. */
  private final @Nullable LstmNetworkLanes together;

  ForecastBatch(Forecaster forecaster, Weights weights) {
    Architecture shape = forecaster.architecture();
    this.forecaster = forecaster;
    single = forecaster.newState();
    singleInput = new float[shape.inputs()];
    inputs = new float[shape.inputs()][LANES];
    together = shape.cell() == CellKind.LSTM ? new LstmNetworkLanes(shape, weights, inputs) : null;
  }

  /**
   * Sets the point that a series is shown.
   *
   * @param input as {@link dev.weir.series.Scaler} gives it, {@code [inputs]}
   */
  public void show(int lane, float[] input) {
    for (int i = 0; i < input.length; i++) {
      inputs[i][lane] = input[i];
    }
  }

  /**
   * Shows each series its point, as {@link Forecaster#step} would.
   *
   * @param series floats of the series in the first lanes, each another's; moved on
   * @param lanes how many there are
   */
  public void step(float[][] series, int lanes) {
    if (together == null || lanes < FEWEST) {
      stepEach(series, lanes);
    } else {
      together.step(series, lanes);
    }
  }

  private void stepEach(float[][] series, int lanes) {
    for (int lane = 0; lane < lanes; lane++) {
      for (int i = 0; i < singleInput.length; i++) {
        singleInput[i] = inputs[i][lane];
      }
      single.lookAt(series[lane]);
      forecaster.step(single, singleInput);
    }
  }
}
