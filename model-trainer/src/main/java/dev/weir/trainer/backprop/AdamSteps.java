package dev.weir.trainer.backprop;

import java.util.List;

/**
 * Adam (Kingma &amp; Ba 2015) along a gradient that is shortened where it is too long (Pascanu et
 * al. 2013), as DJL does it.
 */
public final class AdamSteps {

  private static final float FIRST = 0.9f;
  private static final float SECOND = 0.999f;
  private static final float TINY = 1e-8f;

  private final List<float[]> means;
  private final List<float[]> squares;
  private int steps;

  /**
   * @param parameters what will be stepped
   */
  public AdamSteps(List<float[]> parameters) {
    means = parameters.stream().map(values -> new float[values.length]).toList();
    squares = parameters.stream().map(values -> new float[values.length]).toList();
  }

  /** Number of the step that is next, from 1. */
  public int next() {
    return steps + 1;
  }

  /** Euclidean norm of all arrays together. */
  public static double norm(List<float[]> gradients) {
    double sum = 0;
    for (float[] gradient : gradients) {
      for (float value : gradient) {
        sum += (double) value * value;
      }
    }
    return Math.sqrt(sum);
  }

  /**
   * One step.
   *
   * @param factor what the gradients are multiplied with first
   * @param rate step size
   */
  public void step(List<float[]> parameters, List<float[]> gradients, float factor, float rate) {
    steps++;
    double first = 1 - Math.pow(FIRST, steps);
    double second = 1 - Math.pow(SECOND, steps);
    float corrected = (float) (rate * Math.sqrt(second) / first);
    for (int i = 0; i < parameters.size(); i++) {
      step(parameters.get(i), gradients.get(i), means.get(i), squares.get(i), factor, corrected);
    }
  }

  private static void step(
      float[] values, float[] gradient, float[] mean, float[] square, float factor, float rate) {
    for (int i = 0; i < values.length; i++) {
      float g = gradient[i] * factor;
      float m = FIRST * mean[i] + (1 - FIRST) * g;
      float s = SECOND * square[i] + (1 - SECOND) * g * g;
      mean[i] = m;
      square[i] = s;
      values[i] -= rate * m / ((float) Math.sqrt(s) + TINY);
    }
  }
}
