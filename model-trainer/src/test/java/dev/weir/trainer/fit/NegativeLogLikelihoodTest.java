// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.weir.forecast.ErrorDistribution;
import dev.weir.trainer.network.TorchEngine;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NegativeLogLikelihoodTest {

  /** Two features: mu 1 and 2, log sigma 0.5 and -9, limited to -6. */
  private static double sum(ErrorDistribution distribution, float mask) {
    try (NDManager manager = TorchEngine.newManager()) {
      NDArray output = manager.create(new float[] {1, 2, 0.5f, -9}, new Shape(1, 1, 4));
      NDArray target = manager.create(new float[] {3, 2}, new Shape(1, 1, 2));
      NDArray counts = manager.create(new float[] {mask}, new Shape(1, 1, 1));
      return new NegativeLogLikelihood(distribution).sum(output, target, counts).getFloat();
    }
  }

  @Test
  void sum_gaussian_matchesClosedForm() {
    double z = 2 * Math.exp(-0.5);
    double expected = 0.5 + z * z / 2 - 6 + Math.log(2 * Math.PI);
    assertThat(sum(ErrorDistribution.GAUSSIAN, 1)).isCloseTo(expected, within(1e-5));
  }

  @Test
  void sum_studentT_matchesClosedForm() {
    double z = 2 * Math.exp(-0.5);
    double density = 0.375 * Math.pow(1 + z * z / 4, -2.5);
    double expected = 0.5 - Math.log(density) - 6 - Math.log(0.375);
    assertThat(sum(ErrorDistribution.STUDENT_T, 1)).isCloseTo(expected, within(1e-5));
  }

  @Test
  void sum_maskedTarget_isZero() {
    assertThat(sum(ErrorDistribution.STUDENT_T, 0)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void sum_garbageCollectedBeforeBackward_hasTheSameGradient(ErrorDistribution distribution) {
    float[] expected = gradient(distribution, () -> {});
    for (int i = 0; i < 10; i++) {
      assertThat(gradient(distribution, NegativeLogLikelihoodTest::collectGarbage))
          .containsExactly(expected);
    }
  }

  /**
   * Collects garbage; the native memory of unreachable buffers is free once a weak reference is
   * enqueued.
   */
  private static void collectGarbage() {
    ReferenceQueue<Object> queue = new ReferenceQueue<>();
    WeakReference<Object> reference = new WeakReference<>(new Object(), queue);
    System.gc();
    Awaitility.await().until(() -> queue.poll() == reference);
  }

  private static float[] gradient(ErrorDistribution distribution, Runnable beforeBackward) {
    try (NDManager manager = TorchEngine.newManager();
        GradientCollector collector = manager.getEngine().newGradientCollector()) {
      NDArray output = manager.create(new float[] {0.3f, -0.2f}, new Shape(1, 1, 2));
      output.setRequiresGradient(true);
      NDArray target = manager.create(new float[] {1.1f}, new Shape(1, 1, 1));
      NDArray mask = manager.ones(new Shape(1, 1, 1));
      NDArray loss = new NegativeLogLikelihood(distribution).sum(output, target, mask);
      beforeBackward.run();
      collector.backward(loss);
      return output.getGradient().toFloatArray();
    }
  }
}
