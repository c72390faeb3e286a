package dev.weir.trainer.backprop;

import java.util.Arrays;

/**
 * The linear layer on top, forwards and backwards.
 *
 * <p>It reads the rows that the layer below sees a step later, which hold that layer's output.
 */
final class Head {

  private static final int CHAINS = 4;

  private final LayerWeights below;
  private final int outputs;
  private final float[] weight;
  private final float[] bias;
  private final float[] byWeight;
  private final float[] byBias;

  /** Weights as the gradient of what is below needs them, {@code [output, padded][told below]}. */
  private final float[][] backward;

  /** {@code [output][seen of below]}. */
  private final float[][] gradient;

  /**
   * @param weight {@code [outputs, hidden]}, flat
   * @param bias {@code [outputs]}
   * @param byWeight gradient, of the same layout
   * @param byBias the same
   */
  Head(LayerWeights below, float[] weight, float[] bias, float[] byWeight, float[] byBias) {
    this.below = below;
    this.weight = weight;
    this.bias = bias;
    this.byWeight = byWeight;
    this.byBias = byBias;
    outputs = bias.length;
    backward = new float[RowSums.padded(outputs)][below.told];
    gradient = new float[outputs][below.width];
  }

  /** Takes over the parameters as they are now. */
  void refresh() {
    int hidden = below.hidden;
    for (int o = 0; o < outputs; o++) {
      System.arraycopy(weight, o * hidden, backward[o], below.told - hidden, hidden);
    }
  }

  /**
   * The outputs of one lane.
   *
   * @param seen what the layer below sees next
   */
  void step(float[] seen, float[] results) {
    for (int o = 0; o < outputs; o++) {
      results[o] = bias[o] + dot(seen, below.outputAt(), weight, o * below.hidden, below.hidden);
    }
  }

  /** Four sums side by side, as each waits for its own last term. */
  private static float dot(float[] values, int at, float[] weights, int weightAt, int count) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int whole = count / CHAINS * CHAINS;
    for (int j = 0; j < whole; j += CHAINS) {
      a = Math.fma(values[at + j], weights[weightAt + j], a);
      b = Math.fma(values[at + j + 1], weights[weightAt + j + 1], b);
      c = Math.fma(values[at + j + 2], weights[weightAt + j + 2], c);
      d = Math.fma(values[at + j + 3], weights[weightAt + j + 3], d);
    }
    for (int j = whole; j < count; j++) {
      a = Math.fma(values[at + j], weights[weightAt + j], a);
    }
    return a + b + (c + d);
  }

  void startBack() {
    for (float[] row : gradient) {
      Arrays.fill(row, 0);
    }
  }

  /**
   * Back from the outputs of a step.
   *
   * @param byOutputs gradient of the outputs, {@code [lane][output, padded]}
   * @param seen what the layer below sees a step later, {@code [lane][seen]}
   * @param bySeen gradient of that, added to
   */
  void back(float[][] byOutputs, float[][] seen, float[][] bySeen) {
    RowSums.add(byOutputs, backward, bySeen, below.told);
    RowSums.addTransposed(byOutputs, seen, gradient, below.width);
  }

  /** Writes the gradient in the parameters' layout. */
  void export() {
    int hidden = below.hidden;
    for (int o = 0; o < outputs; o++) {
      System.arraycopy(gradient[o], below.outputAt(), byWeight, o * hidden, hidden);
      byBias[o] = gradient[o][below.oneAt()];
    }
  }
}
