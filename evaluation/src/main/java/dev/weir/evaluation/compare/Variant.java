package dev.weir.evaluation.compare;

import dev.weir.forecast.CellKind;
import dev.weir.trainer.TrainingOption;
import dev.weir.trainer.TrainingOptions;
import java.util.Arrays;
import java.util.List;

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
    return new Variant(
        cell.label(),
        options
            .with(TrainingOptions.CELL, cell)
            .with(TrainingOptions.HIDDEN, factor * options.get(TrainingOptions.HIDDEN)));
  }

  /** An LSTM with each of these windows; {@link #FULL} is the whole sequence. */
  public static List<Variant> windows(TrainingOptions options, List<String> windows) {
    int whole = options.windows().sequence();
    return windows.stream()
        .map(
            window ->
                window.equals(FULL)
                    ? of(options, TrainingOptions.WINDOW, String.valueOf(whole), FULL)
                    : of(options, TrainingOptions.WINDOW, window, window))
        .toList();
  }

  /** An LSTM with each of these forget biases. */
  public static List<Variant> forgetBiases(TrainingOptions options, List<String> biases) {
    return biases.stream()
        .map(bias -> of(options, TrainingOptions.FORGET_BIAS, bias, bias))
        .toList();
  }

  /** An Elman network and an LSTM, clipped at each of these norms; 0 is not at all. */
  public static List<Variant> clipNorms(TrainingOptions options, List<String> norms) {
    return norms.stream()
        .flatMap(
            norm ->
                List.of(CellKind.ELMAN, CellKind.LSTM).stream()
                    .map(
                        cell ->
                            new Variant(
                                cell.label() + ", " + norm,
                                options
                                    .with(TrainingOptions.CELL, cell)
                                    .with(TrainingOptions.CLIP_NORM.name(), norm))))
        .toList();
  }

  private static Variant of(
      TrainingOptions options, TrainingOption<?> option, String value, String label) {
    TrainingOptions lstm = options.with(TrainingOptions.CELL, CellKind.LSTM);
    return new Variant(label, lstm.with(option.name(), value));
  }
}
