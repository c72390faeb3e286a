// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.network;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;

/**
 * The PyTorch engine of DJL, loaded from the class path without network access.
 *
 * <p>It uses one thread: with the small matrices of a recurrent network two threads are slower, and
 * their sums are not reproducible.
 */
public final class TorchEngine {

  private static final String NAME = "PyTorch";

  private TorchEngine() {}

  private static final class Loaded {
    static final Engine ENGINE = load();
  }

  private static Engine load() {
    setUnlessGiven("ai.djl.offline", "true");
    setUnlessGiven("OPT_OUT_TRACKING", "true");
    setUnlessGiven("ai.djl.pytorch.num_threads", "1");
    setUnlessGiven("ai.djl.pytorch.num_interop_threads", "1");
    return Engine.getEngine(NAME);
  }

  private static void setUnlessGiven(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  /** Returns a manager of native memory; close it. */
  public static NDManager newManager() {
    return Loaded.ENGINE.newBaseManager();
  }
}
