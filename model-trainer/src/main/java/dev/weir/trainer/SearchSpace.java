// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer;

import static dev.weir.trainer.TunedOption.CELL;
import static dev.weir.trainer.TunedOption.HIDDEN;
import static dev.weir.trainer.TunedOption.LEARNING_RATE;
import static dev.weir.trainer.TunedOption.WINDOW;

import dev.weir.forecast.CellKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Search space of {@code --tune}: cell, size, window and learning rate, unless they are fixed. */
final class SearchSpace {

  private static final List<CellKind> CELLS =
      List.of(CellKind.LSTM, CellKind.GRU, CellKind.LSTM_PEEPHOLE, CellKind.ELMAN);
  private static final List<Integer> SIZES = List.of(8, 16, 24, 32, 48, 64);
  private static final List<Integer> WINDOWS = List.of(16, 32, 64, 128);
  private static final double LOWEST_RATE = 0.0005;
  private static final double HIGHEST_RATE = 0.02;

  private final TrainingOptions base;
  private final Random random;

  SearchSpace(TrainingOptions base) {
    this.base = base;
    random = new Random(base.fit().seed());
  }

  /**
   * Draws configurations, always the same for the same options. The first one is that without a
   * search.
   */
  List<TrainingOptions> draw(int count) {
    List<TrainingOptions> configurations = new ArrayList<>();
    configurations.add(base);
    while (configurations.size() < count) {
      configurations.add(draw());
    }
    return configurations;
  }

  private TrainingOptions draw() {
    NetworkOptions network = base.network();
    CellKind cell = vary(CELL, any(CELLS), network.cell());
    int hidden = vary(HIDDEN, any(SIZES), network.hidden());
    int window = vary(WINDOW, any(WINDOWS), base.windows().window());
    double learningRate = vary(LEARNING_RATE, rate(), base.fit().learningRate());
    return base.withNetwork(network.withCell(cell).withHidden(hidden))
        .withWindows(base.windows().withWindow(window))
        .withFit(base.fit().withLearningRate(learningRate));
  }

  /** Draws a rate uniformly on the logarithmic scale, rounded to two digits. */
  private double rate() {
    double log = Math.log(LOWEST_RATE) + random.nextDouble() * Math.log(HIGHEST_RATE / LOWEST_RATE);
    return Double.parseDouble(String.format(Locale.ROOT, "%.1e", Math.exp(log)));
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private <T> T vary(TunedOption option, T drawn, T kept) {
    return base.tune().fixed().contains(option) ? kept : drawn;
  }
}
