package dev.weir.trainer.fit;

import dev.weir.forecast.Architecture;
import dev.weir.forecast.CellKind;

/** What computes gradients. */
public enum FitEngine {
  /** Plain Java, for an LSTM without dropout; everything else is left to {@link #DJL}. */
  JAVA,
  /** PyTorch through DJL. */
  DJL;

  /** What fits a network when this is asked for. */
  FitEngine fitting(Architecture shape, double dropout) {
    return shape.cell() == CellKind.LSTM && dropout == 0 ? this : DJL;
  }
}
