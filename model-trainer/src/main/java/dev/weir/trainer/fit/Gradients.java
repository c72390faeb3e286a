package dev.weir.trainer.fit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.nn.Parameter;
import ai.djl.training.optimizer.Adam;
import ai.djl.training.optimizer.Optimizer;
import java.util.ArrayList;
import java.util.List;

/** The gradient of all parameters taken together: its norm, its clipping, the step along it. */
final class Gradients {

  private final List<Parameter> parameters;
  private final double clipNorm;
  private final Optimizer adam;

  /**
   * @param clipNorm largest norm, 0 for none
   */
  Gradients(List<Parameter> parameters, double clipNorm, LearningRate rate) {
    this.parameters = parameters;
    this.clipNorm = clipNorm;
    adam = Adam.builder().optLearningRateTracker(rate).build();
  }

  /** Euclidean norm over all parameters. */
  double norm() {
    double squares = 0;
    for (Parameter parameter : parameters) {
      try (NDManager scratch = parameter.getArray().getManager().newSubManager()) {
        NDArray gradient = parameter.getArray().getGradient();
        gradient.attach(scratch);
        squares += gradient.mul(gradient).sum().getFloat();
      }
    }
    return Math.sqrt(squares);
  }

  /** Whether a gradient of this norm is shortened. */
  boolean isClipped(double norm) {
    return clipNorm > 0 && norm > clipNorm;
  }

  /**
   * Takes one step of Adam along the gradient, shortened to the largest norm, and clears it.
   *
   * @param norm its norm, finite
   */
  void step(double norm) {
    double factor = isClipped(norm) ? clipNorm / norm : 1;
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

  /**
   * Forgets the gradient: zeros are copied over it, since what isn't finite can't be subtracted.
   */
  void clear() {
    for (Parameter parameter : parameters) {
      try (NDManager scratch = parameter.getArray().getManager().newSubManager()) {
        NDArray gradient = parameter.getArray().getGradient();
        gradient.attach(scratch);
        gradient.set(new NDIndex(":"), scratch.zeros(gradient.getShape()));
      }
    }
  }

  /** Copies, for tests. */
  List<float[]> values() {
    List<float[]> values = new ArrayList<>();
    for (Parameter parameter : parameters) {
      try (NDArray gradient = parameter.getArray().getGradient()) {
        values.add(gradient.toFloatArray());
      }
    }
    return values;
  }
}
