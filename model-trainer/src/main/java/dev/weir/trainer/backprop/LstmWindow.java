package dev.weir.trainer.backprop;

import dev.weir.trainer.window.WindowBatch;
import java.util.Arrays;
import java.util.List;

/**
 * An LSTM's way through windows of many lanes; the state is carried from one to the next.
 *
 * <p>A call of {@link #forward}, then one of {@link #back} or none.
 */
public final class LstmWindow {

  private final LstmGradients network;
  private final int lanes;
  private final int time;
  private final int features;
  private final List<LayerWindow> layers;
  private final Likelihood likelihood;
  private final float[] outputs;

  /** Gradient of the outputs, {@code [time][lane, padded][output, padded]}. */
  private final float[][][] byOutputs;

  /**
   * @param lanes sequences side by side
   * @param time steps of a window
   */
  public LstmWindow(LstmGradients network, int lanes, int time) {
    this.network = network;
    this.lanes = lanes;
    this.time = time;
    features = network.shape().features();
    int padded = RowSums.padded(lanes);
    layers = network.layers().stream().map(layer -> new LayerWindow(layer, padded, time)).toList();
    likelihood = new Likelihood(network.shape().law());
    outputs = new float[network.shape().outputs()];
    byOutputs = new float[time][padded][RowSums.padded(outputs.length)];
  }

  /** Forgets everything, in every lane. */
  public void reset() {
    layers.forEach(LayerWindow::reset);
  }

  /**
   * One window of every lane.
   *
   * @return sum of the loss over all targets that count
   */
  public double forward(WindowBatch batch) {
    layers.forEach(layer -> layer.enter(batch.keep()));
    double loss = 0;
    for (int t = 0; t < time; t++) {
      show(batch, t);
      step(t);
      loss += judge(batch, t);
    }
    return loss;
  }

  private void show(WindowBatch batch, int t) {
    int inputs = network.shape().inputs();
    float[][] seen = layers.get(0).seen(t);
    for (int lane = 0; lane < lanes; lane++) {
      System.arraycopy(batch.inputs(), (lane * time + t) * inputs, seen[lane], 0, inputs);
    }
  }

  private void step(int t) {
    layers.get(0).step(t);
    for (int layer = 1; layer < layers.size(); layer++) {
      layers.get(layer).see(layers.get(layer - 1), t);
      layers.get(layer).step(t);
    }
  }

  private LayerWindow top() {
    return layers.get(layers.size() - 1);
  }

  private double judge(WindowBatch batch, int t) {
    double part = 1.0 / Math.max(1, batch.points()) / features;
    double loss = 0;
    for (int lane = 0; lane < lanes; lane++) {
      int place = lane * time + t;
      float[] gradient = byOutputs[t][lane];
      if (batch.mask()[place] > 0) {
        network.head().step(top().seen(t + 1)[lane], outputs);
        loss += judge(batch.targets(), place * features, part, gradient);
      } else {
        Arrays.fill(gradient, 0);
      }
    }
    return loss;
  }

  private double judge(float[] targets, int at, double part, float[] gradient) {
    double loss = 0;
    for (int f = 0; f < features; f++) {
      likelihood.judge(outputs[f], outputs[features + f], targets[at + f]);
      gradient[f] = (float) (part * likelihood.byMu());
      gradient[features + f] = (float) (part * likelihood.byLogSigma());
      loss += likelihood.loss();
    }
    return loss;
  }

  /** The gradient of the mean loss of the window that was last forward. */
  public void back() {
    network.head().startBack();
    layers.forEach(LayerWindow::startBack);
    for (int t = time - 1; t >= 0; t--) {
      network.head().back(byOutputs[t], top().seen(t + 1), top().bySeen());
      back(t);
    }
    network.export();
  }

  private void back(int t) {
    for (int layer = layers.size() - 1; layer > 0; layer--) {
      layers.get(layer).back(t);
      layers.get(layer - 1).hear(layers.get(layer));
    }
    layers.get(0).back(t);
  }
}
