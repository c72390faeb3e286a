// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.history;

import dev.weir.sandbox.synthetic.GeneratedHistory;
import java.io.IOException;
import java.util.function.Supplier;

/** Where history comes from. */
@FunctionalInterface
public interface HistorySource {

  /**
   * Reads all of it.
   *
   * @throws UntrainableException where there is no data
   * @throws IOException where it can't be read
   */
  History read() throws IOException;

  /** History from a generator of the sandbox. */
  static HistorySource generated(Supplier<GeneratedHistory> generator) {
    return () -> History.of(generator.get());
  }
}
