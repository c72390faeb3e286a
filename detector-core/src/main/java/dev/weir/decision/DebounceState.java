package dev.weir.decision;

import dev.weir.state.SeriesBytes;

/** The bar of one series, 8 bytes. Backs {@link Debouncer}. */
public final class DebounceState {

  private final SeriesBytes bytes;
  private final int at;

  /** Reserves its place; the bar is at first lower than any. */
  public DebounceState(SeriesBytes bytes) {
    this.bytes = bytes;
    at = bytes.reserve(Double.BYTES);
    bar(Double.NEGATIVE_INFINITY);
  }

  /** Decades. */
  double bar() {
    return bytes.getDouble(at);
  }

  void bar(double decades) {
    bytes.putDouble(at, decades);
  }
}
