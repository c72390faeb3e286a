package dev.weir.forecast;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The kinds of cell that an artifact may name. */
public enum CellKind {
  /**
   * No memory: a lag window through a hidden layer; the baseline that shows what recurrence is
   * worth.
   */
  FEEDFORWARD,
  /** Simple recurrent network (Elman 1990). */
  ELMAN,
  /** Long short-term memory with forget gate (Gers et al. 2000). */
  LSTM,
  /** LSTM whose gates see the cell state (Gers &amp; Schmidhuber 2000; Graves 2013). */
  LSTM_PEEPHOLE,
  /** Gated recurrent unit (Cho et al. 2014). */
  GRU,
  /** Echo state network (Jaeger 2001): a fixed random reservoir, only the head is fitted. */
  ESN;

  /** Inputs that the first layer of {@link #FEEDFORWARD} sees: this one and those before it. */
  public static final int FEEDFORWARD_LAGS = 16;

  /** The name in artifacts and options: {@code lstm-peephole}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String toString() {
    return label();
  }

  /**
   * @throws IllegalArgumentException where no kind has this label
   */
  public static CellKind ofLabel(String label) {
    return Arrays.stream(values())
        .filter(kind -> kind.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "cell=" + label + " is unknown, expected one of " + labels()));
  }

  /** All labels, for a person. */
  public static String labels() {
    return Arrays.stream(values()).map(CellKind::label).collect(Collectors.joining(", "));
  }
}
