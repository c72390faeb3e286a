// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks;

import java.util.Random;

/** A ring of seeded network inputs, two floats each, one at a time or a batch at a time. */
final class KernelInputs {

  private static final int RING = 4096;
  private static final int INPUTS = 2;

  private final float[][] points = new float[RING][INPUTS];
  private final float[] batch;
  private int next;

  KernelInputs(int batchSize) {
    Random random = new Random(1);
    for (float[] point : points) {
      point[0] = (float) random.nextGaussian();
      point[1] = (float) random.nextGaussian();
    }
    batch = new float[batchSize * INPUTS];
  }

  float[] next() {
    next = (next + 1) % RING;
    return points[next];
  }

  /** The next points of a whole batch, {@code [batch, 2]}, flat; overwritten by the next call. */
  float[] batch() {
    for (int at = 0; at < batch.length; at += INPUTS) {
      System.arraycopy(next(), 0, batch, at, INPUTS);
    }
    return batch;
  }
}
