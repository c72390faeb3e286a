// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import dev.weir.forecast.Tensor;
import dev.weir.forecast.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Parameters of cells without a block in DJL, with the names and the layout of the core. */
final class NamedParameters {

  private final NDManager manager;
  private final Map<String, Parameter> parameters = new LinkedHashMap<>();

  /**
   * @param manager owns their memory
   */
  NamedParameters(NDManager manager) {
    this.manager = manager;
  }

  void add(String name, float[] values, long... shape) {
    Parameter parameter = Parameter.builder().setName(name).setType(Parameter.Type.OTHER).build();
    parameter.setArray(manager.create(values, new Shape(shape)));
    parameters.put(name, parameter);
  }

  /**
   * Returns the array of a parameter. Use it as an argument of an operation only: the result
   * belongs to the manager of the receiver, and that of the parameters is never closed during a
   * fit.
   *
   * @throws IllegalArgumentException if there is no such parameter
   */
  NDArray get(String name) {
    Parameter parameter = parameters.get(name);
    if (parameter == null) {
      throw new IllegalArgumentException(
          "no parameter has this name: name=" + name + ", found=" + parameters.keySet());
    }
    return parameter.getArray();
  }

  List<Parameter> list() {
    return List.copyOf(parameters.values());
  }

  void load(Weights weights) {
    parameters.forEach(
        (name, parameter) -> ParameterArrays.load(parameter.getArray(), weights, name));
  }

  Map<String, Tensor> export() {
    Map<String, Tensor> tensors = new TreeMap<>();
    parameters.forEach(
        (name, parameter) -> tensors.put(name, ParameterArrays.tensor(parameter.getArray())));
    return tensors;
  }
}
