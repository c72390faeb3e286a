// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.nn.Parameter;
import ai.djl.training.optimizer.Adam;
import ai.djl.training.optimizer.Optimizer;
import java.util.List;

/** Gradient of all parameters: norm, clipping and the step of Adam. */
final class Gradients {

  private final List<Parameter> parameters;
  private final FitConfig config;
  private final Optimizer adam;

  Gradients(List<Parameter> parameters, FitConfig config, LearningRate rate) {
    this.parameters = parameters;
    this.config = config;
    adam = Adam.builder().optLearningRateTracker(rate).build();
  }

  /** Euclidean norm over all parameters. */
  double norm() {
    double squares = 0;
    for (Parameter parameter : parameters) {
      try (NDManager scratch = parameter.getArray().getManager().newSubManager()) {
        NDArray gradient = parameter.getArray().getGradient();
        gradient.attach(scratch);
        squares += Math.pow(gradient.norm().getFloat(), 2);
      }
    }
    return Math.sqrt(squares);
  }

  /**
   * Takes one step of Adam along the clipped gradient, then clears it.
   *
   * @param norm {@link #norm}, finite
   */
  void step(double norm) {
    double factor = config.clips(norm) ? config.clipNorm() / norm : 1;
    for (int i = 0; i < parameters.size(); i++) {
      NDArray array = parameters.get(i).getArray();
      try (NDArray gradient = array.getGradient()) {
        if (factor < 1) {
          gradient.muli(factor);
        }
        adam.update("parameter-" + i, array, gradient);
      }
    }
  }

  /** Sets the gradient to 0 by copying zeros: subtraction would leave NaN. */
  void clear() {
    for (Parameter parameter : parameters) {
      try (NDManager scratch = parameter.getArray().getManager().newSubManager()) {
        NDArray gradient = parameter.getArray().getGradient();
        gradient.attach(scratch);
        gradient.set(new NDIndex(":"), scratch.zeros(gradient.getShape()));
      }
    }
  }
}
