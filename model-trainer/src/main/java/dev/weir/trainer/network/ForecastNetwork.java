// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.network;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.training.ParameterStore;
import dev.weir.forecast.Architecture;
import dev.weir.forecast.Tensor;
import dev.weir.forecast.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A forecast network in DJL: layers of recurrent cells and a linear head.
 *
 * <p>Its output is {@code [lane, time, 2 * feature]}: mu of each feature, then log sigma of each,
 * in typical steps. Owns native memory: close it.
 */
public final class ForecastNetwork implements AutoCloseable {

  /** Small initial weights of the head, so that the untrained network forecasts the last value. */
  private static final double HEAD_BOUND = 0.02;

  private final Architecture architecture;
  private final NDManager manager = TorchEngine.newManager();
  private final ParameterStore store = new ParameterStore(manager, false);
  private final TrainableCell cell;
  private final Dropout dropout;
  private final Linear head;
  private boolean loaded;

  /**
   * Creates an untrained network.
   *
   * @param config initial values and dropout
   */
  public ForecastNetwork(Architecture architecture, NetworkConfig config) {
    this.architecture = architecture;
    manager.getEngine().setRandomSeed((int) config.seed());
    Random random = new Random(config.seed());
    cell = cell(architecture, config, random);
    dropout = Dropout.builder().optRate((float) config.dropout()).build();
    head = Linear.builder().setUnits(architecture.outputs()).build();
    head.setInitializer(
        (m, shape, type) -> m.create(ParameterArrays.uniform(shape, HEAD_BOUND, random), shape),
        Parameter.Type.WEIGHT);
    head.initialize(manager, DataType.FLOAT32, new Shape(1, 1, architecture.hidden()));
    parameters().forEach(parameter -> parameter.getArray().setRequiresGradient(true));
  }

  private TrainableCell cell(Architecture shape, NetworkConfig config, Random random) {
    double dropout = config.dropout();
    return switch (shape.cell()) {
      case LSTM ->
          RecurrentStack.lstm(shape, dropout).initialize(manager, config.forgetBias(), random);
      case GRU -> RecurrentStack.gru(shape, dropout).initialize(manager, 0, random);
      case ELMAN -> RecurrentStack.elman(shape, dropout).initialize(manager, 0, random);
      case LSTM_PEEPHOLE -> new PeepholeStack(shape, config, manager, random);
      case FEEDFORWARD -> new FeedforwardStack(shape, manager, random);
      case ESN -> new EchoStateStack(shape, manager, random);
    };
  }

  /**
   * Copies the weights of a model into this network.
   *
   * @throws IllegalArgumentException if a tensor is missing or has another shape
   */
  public void load(Weights weights) {
    cell.load(weights);
    ParameterArrays.load(head.getParameters().get("weight").getArray(), weights, "head.weight");
    ParameterArrays.load(head.getParameters().get("bias").getArray(), weights, "head.bias");
    loaded = true;
  }

  /** Whether the weights of a model have been loaded. */
  public boolean isLoaded() {
    return loaded;
  }

  /** Cell, sizes and error distribution. */
  public Architecture architecture() {
    return architecture;
  }

  /** Versions of DJL and PyTorch, by library. */
  public Map<String, String> versions() {
    return Map.of("djl", Engine.getDjlVersion(), "pytorch", manager.getEngine().getVersion());
  }

  /** Owner of the parameters. */
  public NDManager manager() {
    return manager;
  }

  /** Returns the state at the start of a sequence, arrays of {@code [layer, lane, unit]}. */
  public NDList zeroState(int lanes) {
    return cell.zeroState(manager, lanes);
  }

  /**
   * Runs one window.
   *
   * @param input {@code [lane, time, inputs]}
   * @param state as of {@link LaneState#load}
   * @param training whether dropout applies
   * @return output {@code [lane, time, 2 * feature]}, then the state after the last step
   */
  public NDList forward(NDArray input, NDList state, boolean training) {
    NDList hidden = cell.forward(store, input, state, training);
    NDList dropped =
        training
            ? dropout.forward(store, new NDList(hidden.get(0)), true)
            : new NDList(hidden.get(0));
    NDArray output = head.forward(store, dropped, training).singletonOrThrow();
    NDList result = new NDList(output);
    result.addAll(hidden.subNDList(1));
    return result;
  }

  /**
   * Runs one window through the layers below the head.
   *
   * @param input {@code [lane, time, inputs]}
   * @param state as of {@link LaneState#load}
   * @return output {@code [lane, time, hidden]}, then the state after the last step
   */
  public NDList hidden(NDArray input, NDList state) {
    return cell.forward(store, input, state, false);
  }

  /** Weights of the head, {@code [2 * feature, hidden + 1]}, flat; the bias is last in each row. */
  public float[] head() {
    int hidden = architecture.hidden();
    float[] weight = head.getParameters().get("weight").getArray().toFloatArray();
    float[] bias = head.getParameters().get("bias").getArray().toFloatArray();
    float[] rows = new float[weight.length + bias.length];
    for (int row = 0; row < bias.length; row++) {
      System.arraycopy(weight, row * hidden, rows, row * (hidden + 1), hidden);
      rows[row * (hidden + 1) + hidden] = bias[row];
    }
    return rows;
  }

  /** Sets the weights of the head, in the layout of {@link #head}. */
  public void setHead(float[] rows) {
    int hidden = architecture.hidden();
    float[] weight = new float[architecture.outputs() * hidden];
    float[] bias = new float[architecture.outputs()];
    for (int row = 0; row < bias.length; row++) {
      System.arraycopy(rows, row * (hidden + 1), weight, row * hidden, hidden);
      bias[row] = rows[row * (hidden + 1) + hidden];
    }
    ParameterArrays.load(head.getParameters().get("weight").getArray(), weight);
    ParameterArrays.load(head.getParameters().get("bias").getArray(), bias);
  }

  /** All trained parameters, those of the head last, always in the same order. */
  public List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>(cell.parameters());
    parameters.addAll(head.getParameters().values());
    return parameters;
  }

  /** Returns the weights in the layout of the core. */
  public Weights weights() {
    Map<String, Tensor> tensors = new TreeMap<>(cell.export());
    tensors.put(
        "head.weight", ParameterArrays.tensor(head.getParameters().get("weight").getArray()));
    tensors.put("head.bias", ParameterArrays.tensor(head.getParameters().get("bias").getArray()));
    return new Weights(tensors);
  }

  /** Copies the trained parameters, in the order of {@link #parameters}. */
  public List<float[]> snapshot() {
    return parameters().stream().map(parameter -> parameter.getArray().toFloatArray()).toList();
  }

  /** Copies a snapshot back into the parameters. */
  public void restore(List<float[]> snapshot) {
    List<Parameter> parameters = parameters();
    for (int i = 0; i < parameters.size(); i++) {
      ParameterArrays.load(parameters.get(i).getArray(), snapshot.get(i));
    }
  }

  /**
   * Runs one sequence from a state of zero: the reference for the core.
   *
   * @param inputs {@code [time, inputs]}
   * @param window steps per forward pass; the state is carried from pass to pass
   * @return {@code [time, 2 * feature]}; log sigma is not yet bounded
   */
  public float[][] run(float[][] inputs, int window) {
    float[][] outputs = new float[inputs.length][];
    NDList state = zeroState(1);
    for (int from = 0; from < inputs.length; from += window) {
      float[][] pass = Arrays.copyOfRange(inputs, from, Math.min(from + window, inputs.length));
      state = run(pass, state);
      System.arraycopy(pass, 0, outputs, from, pass.length);
    }
    state.close();
    return outputs;
  }

  /** Runs one pass and replaces the inputs by the outputs. Returns the state after it. */
  private NDList run(float[][] points, NDList state) {
    int inputs = architecture.inputs();
    int outputs = architecture.outputs();
    try (NDManager scratch = manager.newSubManager()) {
      state.attach(scratch);
      float[] flat = new float[points.length * inputs];
      for (int t = 0; t < points.length; t++) {
        System.arraycopy(points[t], 0, flat, t * inputs, inputs);
      }
      NDArray input = scratch.create(flat, new Shape(1, points.length, inputs));
      NDList result = forward(input, state, false);
      float[] output = result.get(0).toFloatArray();
      for (int t = 0; t < points.length; t++) {
        points[t] = Arrays.copyOfRange(output, t * outputs, (t + 1) * outputs);
      }
      NDList next = new NDList(result.subNDList(1));
      next.attach(manager);
      return next;
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
