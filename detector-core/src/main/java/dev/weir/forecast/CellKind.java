// SPDX-License-Identifier: Apache-2.0
package dev.weir.forecast;

import java.util.Locale;

/** The kinds of recurrent unit. */
public enum CellKind {
  /** Feedforward layer over a window of inputs, without recurrence: a baseline. */
  FEEDFORWARD,
  /** Simple recurrent network (Elman 1990). */
  ELMAN,
  /** Long short-term memory with forget gate (Gers et al. 2000). */
  LSTM,
  /**
   * LSTM with peephole connections from the cell to the gates (Gers &amp; Schmidhuber 2000; Graves
   * 2013).
   */
  LSTM_PEEPHOLE,
  /** Gated recurrent unit (Cho et al. 2014). */
  GRU,
  /** Echo state network (Jaeger 2001): a fixed random reservoir; only the head is trained. */
  ESN;

  /** Window of the first layer of {@link #FEEDFORWARD}: the last inputs, this one included. */
  public static final int FEEDFORWARD_LAGS = 16;

  /** The name in artifacts and options, such as {@code lstm-peephole}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String toString() {
    return label();
  }
}
