// SPDX-License-Identifier: Apache-2.0
package dev.weir.forecast;

/**
 * The trained network: stacked cells and a linear head, stepped one point at a time.
 *
 * <p>The state of a series is a {@link ForecastState} of the caller. Not thread-safe, since a
 * forecaster owns its buffers: use one per thread.
 */
public final class Forecaster {

  /**
   * Bound of the magnitude of log sigma. Far from its training data a network may output extreme
   * values, which would mean certainty or overflow.
   */
  public static final float LOG_SIGMA_BOUND = 6f;

  private final Architecture architecture;
  private final Cell[] cells;
  private final float[] headWeight;
  private final float[] headBias;
  private final Weights weights;

  /**
   * Creates a forecaster.
   *
   * @throws IllegalArgumentException if the weights do not match the architecture
   */
  public Forecaster(Architecture architecture, Weights weights) {
    this.architecture = architecture;
    this.weights = weights;
    cells = new Cell[architecture.layers()];
    for (int layer = 0; layer < cells.length; layer++) {
      cells[layer] = cell(architecture, weights, layer);
    }
    headWeight = weights.require("head.weight", architecture.outputs(), architecture.hidden());
    headBias = weights.require("head.bias", architecture.outputs());
  }

  private static Cell cell(Architecture architecture, Weights weights, int layer) {
    int inputs = layer == 0 ? architecture.inputs() : architecture.hidden();
    return switch (architecture.cell()) {
      case FEEDFORWARD -> new FeedforwardCell(weights, layer, inputs, architecture.hidden());
      case ELMAN -> new ElmanCell(weights, layer, inputs, architecture.hidden());
      case LSTM -> new LstmCell(weights, layer, inputs, architecture.hidden());
      case LSTM_PEEPHOLE -> new LstmPeepholeCell(weights, layer, inputs, architecture.hidden());
      case GRU -> new GruCell(weights, layer, inputs, architecture.hidden());
      case ESN -> new EchoStateCell(weights, layer, inputs, architecture.hidden());
    };
  }

  /** The shape of the network. */
  public Architecture architecture() {
    return architecture;
  }

  /** Creates the state of a series at its start. */
  public ForecastState newState() {
    int size = 0;
    for (Cell cell : cells) {
      size += cell.stateSize;
    }
    return new ForecastState(size, architecture.features());
  }

  /** Creates a batch, to step many series together. */
  public ForecastBatch newBatch() {
    return new ForecastBatch(this, weights);
  }

  /**
   * Steps the network by one point. The state then holds the forecast of the next point.
   *
   * @param input the scaled point, as {@link dev.weir.series.Scaler} computes it, {@code [inputs]}
   */
  public void step(ForecastState state, float[] input) {
    float[] recurrent = state.recurrent();
    float[] layerInput = input;
    int inputOffset = 0;
    int stateOffset = 0;
    for (Cell cell : cells) {
      cell.step(layerInput, inputOffset, recurrent, stateOffset);
      layerInput = recurrent;
      inputOffset = stateOffset;
      stateOffset += cell.stateSize;
    }
    int features = architecture.features();
    for (int feature = 0; feature < features; feature++) {
      computeOutputs(state, inputOffset, feature, features + feature);
    }
  }

  /** Computes both outputs of a feature in one loop, so that their latencies overlap. */
  private void computeOutputs(ForecastState state, int offset, int muRow, int logSigmaRow) {
    int hidden = architecture.hidden();
    float[] recurrent = state.recurrent();
    float mu = headBias[muRow];
    float logSigma = headBias[logSigmaRow];
    for (int j = 0; j < hidden; j++) {
      float h = recurrent[offset + j];
      mu = Math.fma(headWeight[muRow * hidden + j], h, mu);
      logSigma = Math.fma(headWeight[logSigmaRow * hidden + j], h, logSigma);
    }
    state.output(muRow, mu);
    state.output(logSigmaRow, boundedLogSigma(logSigma));
  }

  /** Limits the magnitude of log sigma to {@link #LOG_SIGMA_BOUND}. */
  public static float boundedLogSigma(float logSigma) {
    return Math.max(-LOG_SIGMA_BOUND, Math.min(LOG_SIGMA_BOUND, logSigma));
  }
}
