package dev.weir.trainer.backprop;

import dev.weir.forecast.Architecture;
import java.util.ArrayList;
import java.util.List;

/** An LSTM's parameters and the gradient of each, as plain arrays. */
public final class LstmGradients {

  private static final int PARAMETERS_A_LAYER = 4;

  private final Architecture shape;
  private final List<float[]> parameters;
  private final List<float[]> gradients;
  private final List<LayerWeights> layers = new ArrayList<>();
  private final Head head;

  /**
   * @param parameters of each layer the weight of the input {@code [4 * hidden, inputs]}, that of
   *     the output before {@code [4 * hidden, hidden]} and two biases, gates in the order i, f, g,
   *     o; then the head's weight {@code [2 * feature, hidden]} and bias
   */
  public LstmGradients(Architecture shape, List<float[]> parameters) {
    this.shape = shape;
    this.parameters = parameters;
    gradients = parameters.stream().map(values -> new float[values.length]).toList();
    for (int layer = 0; layer < shape.layers(); layer++) {
      layers.add(new LayerWeights(ofLayer(parameters, layer), shape.hidden(), layer > 0));
    }
    int at = shape.layers() * PARAMETERS_A_LAYER;
    head =
        new Head(
            layers.get(layers.size() - 1),
            parameters.get(at),
            parameters.get(at + 1),
            gradients.get(at),
            gradients.get(at + 1));
    refresh();
  }

  private static List<float[]> ofLayer(List<float[]> arrays, int layer) {
    return arrays.subList(layer * PARAMETERS_A_LAYER, (layer + 1) * PARAMETERS_A_LAYER);
  }

  /** The parameters; who changes them calls {@link #refresh}. */
  public List<float[]> parameters() {
    return parameters;
  }

  /** Gradients behind {@link LstmWindow#back}, in the parameters' layout. */
  public List<float[]> gradients() {
    return gradients;
  }

  /** Takes over changed parameters. */
  public void refresh() {
    layers.forEach(LayerWeights::refresh);
    head.refresh();
  }

  Architecture shape() {
    return shape;
  }

  List<LayerWeights> layers() {
    return layers;
  }

  Head head() {
    return head;
  }

  void export() {
    head.export();
    for (int layer = 0; layer < layers.size(); layer++) {
      layers.get(layer).export(ofLayer(gradients, layer));
    }
  }
}
