package dev.weir.trainer.history;

import java.io.IOException;

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
}
