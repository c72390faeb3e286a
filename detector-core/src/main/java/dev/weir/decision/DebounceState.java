// SPDX-License-Identifier: Apache-2.0
package dev.weir.decision;

import dev.weir.state.SeriesBytes;

/** State of {@link Debouncer} for one series: its bar, 8 bytes. */
public final class DebounceState {

  private final SeriesBytes bytes;
  private final int offset;

  /** Reserves the section of this state. The first point passes any bar. */
  public DebounceState(SeriesBytes bytes) {
    this.bytes = bytes;
    offset = bytes.reserve(Double.BYTES);
    bar(Double.NEGATIVE_INFINITY);
  }

  /** The bar, in decades. */
  double bar() {
    return bytes.getDouble(offset);
  }

  void bar(double decades) {
    bytes.putDouble(offset, decades);
  }
}
