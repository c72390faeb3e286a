package dev.weir.forecast;

/**
 * The trained network, stepped one point at a time: stacked cells and a linear head.
 *
 * <p>Not thread-safe, since it owns its scratch space: one a thread. All that belongs to a series
 * stands in {@link ForecastState}.
 */
public final class Forecaster {

  /**
   * Largest log sigma, and negated the smallest: a network far off its training data must not claim
   * certainty, nor overflow.
   */
  public static final float LOG_SIGMA_BOUND = 6f;

  private final Architecture architecture;
  private final Cell[] cells;
  private final float[] headWeight;
  private final float[] headBias;
  private final Weights weights;

  /**
   * @throws IllegalArgumentException where the weights don't fit the architecture
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

  /** The state at the start of a sequence. */
  public ForecastState newState() {
    int size = 0;
    for (Cell cell : cells) {
      size += cell.stateSize();
    }
    return new ForecastState(size, architecture.outputs());
  }

  /** Scratch space to step many series side by side. */
  public ForecastBatch newBatch() {
    return new ForecastBatch(this, weights);
  }

  /**
   * Shows the network one point; its answer for the next one then stands in the state.
   *
   * @param input the point as {@link dev.weir.series.Scaler} gives it, {@code [inputs]}
   */
  public void step(ForecastState state, float[] input) {
    float[] recurrent = state.recurrent();
    float[] layerInput = input;
    int inputAt = 0;
    int stateAt = 0;
    for (Cell cell : cells) {
      cell.step(layerInput, inputAt, recurrent, stateAt);
      layerInput = recurrent;
      inputAt = stateAt;
      stateAt += cell.stateSize();
    }
    answer(state, inputAt);
  }

  private void answer(ForecastState state, int outputAt) {
    int features = architecture.features();
    for (int feature = 0; feature < features; feature++) {
      answer(state, outputAt, feature, features + feature);
    }
  }

  /** Both sums of a feature in one pass, so that each waits out the other's latency. */
  private void answer(ForecastState state, int outputAt, int muRow, int logSigmaRow) {
    int hidden = architecture.hidden();
    float[] recurrent = state.recurrent();
    float mu = headBias[muRow];
    float logSigma = headBias[logSigmaRow];
    for (int j = 0; j < hidden; j++) {
      float h = recurrent[outputAt + j];
      mu = Math.fma(headWeight[muRow * hidden + j], h, mu);
      logSigma = Math.fma(headWeight[logSigmaRow * hidden + j], h, logSigma);
    }
    state.answer(muRow, mu);
    state.answer(logSigmaRow, bounded(logSigma));
  }

  /** Log sigma cut to {@link #LOG_SIGMA_BOUND} on both sides. */
  public static float bounded(float logSigma) {
    return Math.max(-LOG_SIGMA_BOUND, Math.min(LOG_SIGMA_BOUND, logSigma));
  }
}
