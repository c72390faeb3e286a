package dev.weir.evaluation.compare;

import dev.weir.forecast.CellKind;
import dev.weir.trainer.TrainingOptions;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One row of a comparison.
 *
 * @param label names the row
 * @param options what it is trained with
 */
public record Variant(String label, TrainingOptions options) {

  /**
   * A reservoir has so many times the units of a trained cell: its own weights cost nothing to fit,
   * and only the read-out learns.
   */
  public static final int RESERVOIR_FACTOR = 4;

  /** The word for a window as long as the sequence: back-propagation all the way. */
  public static final String FULL = "full";

  /** Every kind of cell. */
  public static List<Variant> cells(TrainingOptions options) {
    return Arrays.stream(CellKind.values()).map(cell -> ofCell(options, cell)).toList();
  }

  private static Variant ofCell(TrainingOptions options, CellKind cell) {
    int factor = cell == CellKind.ESN ? RESERVOIR_FACTOR : 1;
    TrainingOptions shaped = with(options, cell);
    int hidden = factor * options.network().hidden();
    return new Variant(cell.label(), shaped.withNetwork(shaped.network().withHidden(hidden)));
  }

  /** An LSTM with each of these windows; {@link #FULL} is the whole sequence. */
  public static List<Variant> windows(TrainingOptions options, List<String> windows) {
    return windows.stream().map(window -> ofWindow(options, window)).toList();
  }

  private static Variant ofWindow(TrainingOptions options, String window) {
    int steps = window.equals(FULL) ? options.windows().sequence() : steps(window);
    TrainingOptions lstm = with(options, CellKind.LSTM);
    return new Variant(window, lstm.withWindows(options.windows().withWindow(steps)));
  }

  private static int steps(String window) {
    try {
      return Integer.parseInt(window);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "a window must be a whole number or " + FULL + ": window=" + window, e);
    }
  }

  /** An LSTM with each of these forget biases. */
  public static List<Variant> forgetBiases(TrainingOptions options, List<BigDecimal> biases) {
    return biases.stream().map(bias -> ofForgetBias(options, bias)).toList();
  }

  private static Variant ofForgetBias(TrainingOptions options, BigDecimal bias) {
    TrainingOptions lstm = with(options, CellKind.LSTM);
    return new Variant(
        bias.toString(), lstm.withFit(lstm.fit().withForgetBias(bias.doubleValue())));
  }

  /** An Elman network and an LSTM, clipped at each of these norms; 0 is not at all. */
  public static List<Variant> clipNorms(TrainingOptions options, List<BigDecimal> norms) {
    return norms.stream()
        .flatMap(
            norm ->
                Stream.of(CellKind.ELMAN, CellKind.LSTM)
                    .map(cell -> ofClipNorm(options, cell, norm)))
        .toList();
  }

  private static Variant ofClipNorm(TrainingOptions options, CellKind cell, BigDecimal norm) {
    TrainingOptions shaped = with(options, cell);
    return new Variant(
        cell.label() + ", " + norm, shaped.withFit(shaped.fit().withClipNorm(norm.doubleValue())));
  }

  private static TrainingOptions with(TrainingOptions options, CellKind cell) {
    return options.withNetwork(options.network().withCell(cell));
  }
}
