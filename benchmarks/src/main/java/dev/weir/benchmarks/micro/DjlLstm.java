// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.micro;

import static java.util.Objects.requireNonNull;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.ParameterList;
import ai.djl.nn.core.Linear;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.training.ParameterStore;
import dev.weir.forecast.Architecture;
import dev.weir.forecast.Weights;

/**
 * The network in DJL on PyTorch with one thread: a batch of series per call.
 *
 * <p>The recurrent states stay in native memory between calls, which saves the copies that keyed
 * state would need.
 */
final class DjlLstm implements AutoCloseable {

  static {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("ai.djl.pytorch.num_threads", "1");
    System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
  }

  private final NDManager manager = Engine.getEngine("PyTorch").newBaseManager();
  private final ParameterStore store = new ParameterStore(manager, false);
  private final Architecture architecture;
  private final int batch;
  private final LSTM lstm;
  private final Linear head;
  private NDList state;

  /**
   * @param batch series per call
   */
  DjlLstm(Architecture architecture, Weights weights, int batch) {
    this.architecture = architecture;
    this.batch = batch;
    int hidden = architecture.hidden();
    lstm = LSTM.builder().setStateSize(hidden).setNumLayers(1).optReturnState(true).build();
    head = Linear.builder().setUnits(architecture.outputs()).build();
    lstm.initialize(manager, DataType.FLOAT32, new Shape(1, 1, architecture.inputs()));
    head.initialize(manager, DataType.FLOAT32, new Shape(1, hidden));
    load(weights);
    Shape shape = new Shape(1, batch, hidden);
    state = new NDList(manager.zeros(shape), manager.zeros(shape));
  }

  private void load(Weights weights) {
    ParameterList recurrent = lstm.getParameters();
    load(recurrent.get("l_0_i2h_WEIGHT"), weights, "lstm.weight_ih_l0");
    load(recurrent.get("l_0_h2h_WEIGHT"), weights, "lstm.weight_hh_l0");
    load(recurrent.get("l_0_i2h_BIAS"), weights, "lstm.bias_l0");
    recurrent.get("l_0_h2h_BIAS").getArray().set(new float[4 * architecture.hidden()]);
    load(head.getParameters().get("weight"), weights, "head.weight");
    load(head.getParameters().get("bias"), weights, "head.bias");
  }

  private static void load(Parameter parameter, Weights weights, String name) {
    parameter.getArray().set(requireNonNull(weights.tensors().get(name)).values());
  }

  /**
   * Steps each series by one point.
   *
   * @param points {@code [batch, inputs]}, flat
   * @return {@code [batch, outputs]}, flat
   */
  float[] step(float[] points) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray input = scope.create(points, new Shape(batch, 1, architecture.inputs()));
      NDList inputs = new NDList(input, state.get(0), state.get(1));
      NDList outputs = lstm.forward(store, inputs, false);
      NDArray last = outputs.get(0).reshape(batch, architecture.hidden());
      float[] output =
          head.forward(store, new NDList(last), false).singletonOrThrow().toFloatArray();
      replaceState(outputs);
      return output;
    }
  }

  private void replaceState(NDList outputs) {
    state.close();
    state = new NDList(outputs.get(1), outputs.get(2));
    state.attach(manager);
  }

  @Override
  public void close() {
    manager.close();
  }
}
