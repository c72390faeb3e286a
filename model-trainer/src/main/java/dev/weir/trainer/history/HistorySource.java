// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.history;

import dev.weir.sandbox.synthetic.GeneratedHistory;
import java.io.IOException;
import java.util.function.Supplier;

/** Source of a history. */
@FunctionalInterface
public interface HistorySource {

  /**
   * Reads the whole history.
   *
   * @throws UntrainableException if there is no data
   * @throws IOException if it can't be read
   */
  History read() throws IOException;

  /** Returns a source that runs a generator of the sandbox. */
  static HistorySource generated(Supplier<GeneratedHistory> generator) {
    return () -> History.of(generator.get());
  }
}
