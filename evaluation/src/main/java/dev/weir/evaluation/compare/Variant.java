package dev.weir.evaluation.compare;

import dev.weir.forecast.CellKind;
import dev.weir.trainer.TrainingOption;
import dev.weir.trainer.TrainingOptions;
import java.util.Arrays;
import java.util.List;

/**
 * Variant of a model to compare.
 *
 * @param label name of the variant
 * @param options of its training
 */
public record Variant(String label, TrainingOptions options) {

  /**
   * Factor by which a reservoir has more units than a trained cell: only its output layer is
   * trained, so its units cost no training time.
   */
  public static final int RESERVOIR_FACTOR = 4;

  /** Name of the window that is as long as the sequence: back-propagation without truncation. */
  public static final String FULL = "full";

  /** One variant per kind of cell. */
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

  /** One LSTM per window; {@link #FULL} is the whole sequence. */
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

  /** One LSTM per forget bias. */
  public static List<Variant> forgetBiases(TrainingOptions options, List<String> biases) {
    return biases.stream()
        .map(bias -> of(options, TrainingOptions.FORGET_BIAS, bias, bias))
        .toList();
  }

  /** One Elman network and one LSTM per gradient norm to clip at; 0 disables clipping. */
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
