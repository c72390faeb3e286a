package dev.weir.trainer.backprop;

import java.util.List;

/**
 * One LSTM layer's parameters as rows, and the gradient of them.
 *
 * <p>A layer sees {@code [input, output a step before, 1]} and has its biases in the row of the 1.
 */
final class LayerWeights {

  private static final int GATES = 4;

  final int inputs;
  final int hidden;

  /** Numbers that a layer sees, padded. */
  final int width;

  /**
   * Numbers that it tells the gradient of: its own output a step before, and ahead of it the input
   * where a layer is below.
   */
  final int told;

  /** {@code [seen][gate]}. */
  final float[][] forward;

  /** {@code [gate][told]}. */
  final float[][] backward;

  /** Of {@link #forward}. */
  final float[][] gradient;

  private final List<float[]> parameters;

  /**
   * @param parameters weight of the input, of the output before, and two biases
   * @param tellsBelow whether a layer is below
   */
  LayerWeights(List<float[]> parameters, int hidden, boolean tellsBelow) {
    this.parameters = parameters;
    this.hidden = hidden;
    inputs = parameters.get(0).length / (GATES * hidden);
    width = RowSums.padded(inputs + hidden + 1);
    told = (tellsBelow ? inputs : 0) + hidden;
    forward = new float[width][GATES * hidden];
    gradient = new float[width][GATES * hidden];
    backward = new float[GATES * hidden][told];
  }

  /** Where its own output stands in what it sees. */
  int outputAt() {
    return inputs;
  }

  /** Where the 1 stands in what it sees. */
  int oneAt() {
    return inputs + hidden;
  }

  /** Takes over the parameters as they are now. */
  void refresh() {
    for (int gate = 0; gate < GATES * hidden; gate++) {
      refresh(gate);
    }
  }

  private void refresh(int gate) {
    float[] ofInput = parameters.get(0);
    float[] ofOutput = parameters.get(1);
    for (int k = 0; k < inputs; k++) {
      forward[k][gate] = ofInput[gate * inputs + k];
    }
    for (int k = 0; k < hidden; k++) {
      forward[inputs + k][gate] = ofOutput[gate * hidden + k];
    }
    forward[oneAt()][gate] = parameters.get(2)[gate] + parameters.get(3)[gate];
    int below = told - hidden;
    System.arraycopy(ofInput, gate * inputs, backward[gate], 0, below);
    System.arraycopy(ofOutput, gate * hidden, backward[gate], below, hidden);
  }

  /**
   * Writes the gradient in the parameters' layout.
   *
   * @param gradients as the parameters
   */
  void export(List<float[]> gradients) {
    for (int gate = 0; gate < GATES * hidden; gate++) {
      for (int k = 0; k < inputs; k++) {
        gradients.get(0)[gate * inputs + k] = gradient[k][gate];
      }
      for (int k = 0; k < hidden; k++) {
        gradients.get(1)[gate * hidden + k] = gradient[inputs + k][gate];
      }
      gradients.get(2)[gate] = gradient[oneAt()][gate];
      gradients.get(3)[gate] = gradient[oneAt()][gate];
    }
  }
}
