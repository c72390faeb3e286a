// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.tune;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Search by successive halving: each rung keeps the best third and triples the budget, so that all
 * rungs cost about the same.
 *
 * @param <C> type of a configuration
 */
public final class SuccessiveHalving<C> {

  /** One of this many configurations is kept. */
  static final int KEEP_ONE_OF = 3;

  private final Attempt<C> attempt;
  private final BiConsumer<Rung, List<Trial<C>>> listener;

  /**
   * Fit of one configuration.
   *
   * @param <C> type of a configuration
   */
  @FunctionalInterface
  public interface Attempt<C> {

    /** Fits a configuration with the budget of a rung and measures its loss. */
    Trial<C> run(C configuration, Rung rung);
  }

  /**
   * @param attempt fits one configuration
   * @param listener called after each rung with its trials, best first
   */
  public SuccessiveHalving(Attempt<C> attempt, BiConsumer<Rung, List<Trial<C>>> listener) {
    this.attempt = attempt;
    this.listener = listener;
  }

  /**
   * Returns the best configuration; of equal ones the first.
   *
   * @param configurations one or more
   * @throws IllegalArgumentException if there is none
   */
  public C best(List<C> configurations) {
    if (configurations.isEmpty()) {
      throw new IllegalArgumentException("a search needs at least one configuration: found=0");
    }
    List<C> left = configurations;
    for (Rung rung : rungs(configurations.size())) {
      left = survivors(left, rung);
    }
    return left.get(0);
  }

  private List<C> survivors(List<C> configurations, Rung rung) {
    List<Trial<C>> trials = new ArrayList<>();
    for (C configuration : configurations) {
      trials.add(attempt.run(configuration, rung));
    }
    trials.sort(Comparator.comparingDouble(Trial::rank));
    listener.accept(rung, List.copyOf(trials));
    return trials.stream().limit(kept(configurations.size())).map(Trial::configuration).toList();
  }

  private static int kept(int configurations) {
    return Math.max(1, configurations / KEEP_ONE_OF);
  }

  /** Returns the rungs for a number of configurations; none for a single one. */
  static List<Rung> rungs(int configurations) {
    List<Integer> sizes = new ArrayList<>();
    for (int left = configurations; left > 1; left = kept(left)) {
      sizes.add(left);
    }
    List<Rung> rungs = new ArrayList<>();
    for (int i = 0; i < sizes.size(); i++) {
      double part = Math.pow(KEEP_ONE_OF, i - sizes.size());
      rungs.add(new Rung(i + 1, sizes.size(), sizes.get(i), part));
    }
    return rungs;
  }
}
