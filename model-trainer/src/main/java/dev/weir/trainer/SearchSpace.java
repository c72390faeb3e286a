package dev.weir.trainer;

import dev.weir.forecast.CellKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * What {@code --tune} tries: cell, size, window and learning rate, as far as they weren't chosen.
 * The first configuration is the one that would be trained without a search.
 */
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
    random = new Random(base.get(TrainingOptions.SEED));
  }

  /** So many configurations, always the same for the same options. */
  List<TrainingOptions> draw(int count) {
    List<TrainingOptions> configurations = new ArrayList<>();
    configurations.add(base);
    while (configurations.size() < count) {
      configurations.add(draw());
    }
    return configurations;
  }

  private TrainingOptions draw() {
    TrainingOptions drawn = base;
    drawn = vary(drawn, TrainingOptions.CELL, CELLS.get(random.nextInt(CELLS.size())));
    drawn = vary(drawn, TrainingOptions.HIDDEN, SIZES.get(random.nextInt(SIZES.size())));
    drawn = vary(drawn, TrainingOptions.WINDOW, WINDOWS.get(random.nextInt(WINDOWS.size())));
    return vary(drawn, TrainingOptions.LEARNING_RATE, rate());
  }

  /** Uniform on the logarithmic scale, to two digits that a person can type again. */
  private double rate() {
    double log = Math.log(LOWEST_RATE) + random.nextDouble() * Math.log(HIGHEST_RATE / LOWEST_RATE);
    return Double.parseDouble(String.format(Locale.ROOT, "%.1e", Math.exp(log)));
  }

  private <T> TrainingOptions vary(TrainingOptions drawn, TrainingOption<T> option, T value) {
    return base.chosen().containsKey(option) ? drawn : drawn.with(option, value);
  }
}
