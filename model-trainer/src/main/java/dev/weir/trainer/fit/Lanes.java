package dev.weir.trainer.fit;

import dev.weir.trainer.window.WindowBatch;

/** Sequences side by side; each batch goes on where the last one ended. */
interface Lanes extends AutoCloseable {

  /** Learns from one window of every lane. */
  BatchOutcome learn(WindowBatch batch);

  /**
   * Judges one window of every lane.
   *
   * @return sum of the loss over all targets that count
   */
  double judge(WindowBatch batch);

  @Override
  void close();
}
