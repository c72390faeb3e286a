package dev.weir.trainer.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.weir.forecast.ErrorLaw;
import org.junit.jupiter.api.Test;

class NegativeLogLikelihoodTest {

  /** Two features: mu 1 and 2, log sigma 0.5 and -9, which is cut to -6. */
  private static double sum(ErrorLaw law, float mask) {
    try (NDManager manager = TorchEngine.newManager()) {
      NDArray output = manager.create(new float[] {1, 2, 0.5f, -9}, new Shape(1, 1, 4));
      NDArray target = manager.create(new float[] {3, 2}, new Shape(1, 1, 2));
      NDArray counts = manager.create(new float[] {mask}, new Shape(1, 1, 1));
      return new NegativeLogLikelihood(law, 2).sum(output, target, counts).getFloat();
    }
  }

  @Test
  void gaussian_closedForm() {
    double z = 2 * Math.exp(-0.5);
    double expected = 0.5 + z * z / 2 - 6 + Math.log(2 * Math.PI);
    assertThat(sum(ErrorLaw.GAUSSIAN, 1)).isCloseTo(expected, within(1e-5));
  }

  @Test
  void studentT_closedForm() {
    double z = 2 * Math.exp(-0.5);
    double density = 0.375 * Math.pow(1 + z * z / 4, -2.5);
    double expected = 0.5 - Math.log(density) - 6 - Math.log(0.375);
    assertThat(sum(ErrorLaw.STUDENT_T, 1)).isCloseTo(expected, within(1e-5));
  }

  @Test
  void masked_countsNothing() {
    assertThat(sum(ErrorLaw.STUDENT_T, 0)).isZero();
  }
}
