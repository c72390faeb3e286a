// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;

/**
 * PyTorch as DJL loads it: from the jars on the class path, never from the network.
 *
 * <p>One thread: on the small matrices of a recurrent network two threads of one process were
 * slower than one, and their sums not reproducible.
 */
final class TorchEngine {

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

  static NDManager newManager() {
    return Loaded.ENGINE.newBaseManager();
  }

  static Engine engine() {
    return Loaded.ENGINE;
  }
}
