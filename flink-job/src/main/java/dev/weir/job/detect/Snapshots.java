package dev.weir.job.detect;

/**
 * How many snapshots of its state a subtask has begun: by that a series' state knows whether any of
 * them has yet to write it down. Used by the subtask's own thread only.
 */
final class Snapshots {

  private int begun;

  /** One more begins now. */
  void begin() {
    begun++;
  }

  int begun() {
    return begun;
  }
}
