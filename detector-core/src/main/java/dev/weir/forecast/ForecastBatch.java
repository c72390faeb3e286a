// SPDX-License-Identifier: Apache-2.0
package dev.weir.forecast;

import org.jspecify.annotations.Nullable;

/**
 * A batch of network steps of different series. A large batch takes half the time of single steps;
 * the results are identical.
 *
 * <p>Not thread-safe, since it owns its buffers: use one batch per thread.
 */
public final class ForecastBatch {

  /**
   * The largest number of series in a batch. With more lanes, the scalar ends of the vectorised
   * loops weigh less; above this number the rows that all units read exceed the second-level cache.
   */
  public static final int LANES = 384;

  /** Smaller batches are faster as single steps. */
  private static final int MIN_LANES = 64;

  private final Forecaster forecaster;
  private final ForecastState single;
  private final float[] singleInput;

  /** {@code [inputs][lane]}. */
  private final float[][] inputs;

  /** Null if the cell has no vectorised form. */
  private final @Nullable LstmNetworkLanes network;

  ForecastBatch(Forecaster forecaster, Weights weights) {
    Architecture shape = forecaster.architecture();
    this.forecaster = forecaster;
    single = forecaster.newState();
    singleInput = new float[shape.inputs()];
    inputs = new float[shape.inputs()][LANES];
    network = shape.cell() == CellKind.LSTM ? new LstmNetworkLanes(shape, weights, inputs) : null;
  }

  /**
   * Sets the input of one lane.
   *
   * @param input the scaled point, {@code [inputs]}; copied
   */
  public void setInput(int lane, float[] input) {
    for (int i = 0; i < input.length; i++) {
      inputs[i][lane] = input[i];
    }
  }

  /**
   * Steps the series of the first lanes, as {@link Forecaster#step} does.
   *
   * @param series values of the {@link ForecastState}s, {@code [lane]}, all of different series;
   *     replaced by the new states
   * @param lanes number of series
   */
  public void step(float[][] series, int lanes) {
    if (network == null || lanes < MIN_LANES) {
      stepEach(series, lanes);
    } else {
      network.step(series, lanes);
    }
  }

  private void stepEach(float[][] series, int lanes) {
    for (int lane = 0; lane < lanes; lane++) {
      for (int i = 0; i < singleInput.length; i++) {
        singleInput[i] = inputs[i][lane];
      }
      single.attach(series[lane]);
      forecaster.step(single, singleInput);
    }
  }
}
