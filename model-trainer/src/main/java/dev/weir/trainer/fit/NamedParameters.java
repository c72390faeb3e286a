// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

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

/** Parameters of a cell that DJL has no block for, by the names and in the layout of the core. */
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

  /** The array of this name; results of operations on it must be made from another's side. */
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
    parameters.forEach((name, parameter) -> Initial.load(parameter.getArray(), weights, name));
  }

  Map<String, Tensor> export() {
    Map<String, Tensor> tensors = new TreeMap<>();
    parameters.forEach(
        (name, parameter) -> tensors.put(name, Initial.tensor(parameter.getArray())));
    return tensors;
  }
}
