// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.compare;

import dev.weir.forecast.CellKind;
import dev.weir.trainer.TrainingOptions;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

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
    TrainingOptions shaped = with(options, cell);
    int hidden = factor * options.network().hidden();
    return new Variant(cell.label(), shaped.withNetwork(shaped.network().withHidden(hidden)));
  }

  /** One LSTM per window; {@link #FULL} is the whole sequence. */
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

  /** One LSTM per forget bias. */
  public static List<Variant> forgetBiases(TrainingOptions options, List<BigDecimal> biases) {
    return biases.stream().map(bias -> ofForgetBias(options, bias)).toList();
  }

  private static Variant ofForgetBias(TrainingOptions options, BigDecimal bias) {
    TrainingOptions lstm = with(options, CellKind.LSTM);
    return new Variant(
        bias.toString(), lstm.withFit(lstm.fit().withForgetBias(bias.doubleValue())));
  }

  /** One Elman network and one LSTM per gradient norm to clip at; 0 disables clipping. */
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
