// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.micro;

import java.util.Random;

/** Ring of seeded random network inputs, two floats per point. */
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

  /** The next points as {@code [batch, 2]}, flat; the next call overwrites the array. */
  float[] batch() {
    for (int at = 0; at < batch.length; at += INPUTS) {
      System.arraycopy(next(), 0, batch, at, INPUTS);
    }
    return batch;
  }
}
