// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.tune;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Successive halving, by thirds: each rung keeps the better third and gives it three times the
 * budget, so that every rung costs about the same.
 *
 * @param <C> type of a configuration
 */
public final class SuccessiveHalving<C> {

  /** Of how many configurations one survives a rung. */
  static final int KEEP_ONE_OF = 3;

  private final Attempt<C> attempt;
  private final BiConsumer<Rung, List<Trial<C>>> told;

  /**
   * One fit within a rung's budget.
   *
   * @param <C> type of a configuration
   */
  @FunctionalInterface
  public interface Attempt<C> {

    /** Fits a configuration from nothing and judges it. */
    Trial<C> run(C configuration, Rung rung);
  }

  /**
   * @param attempt fits one configuration
   * @param told hears of each rung when it is over, its trials best first
   */
  public SuccessiveHalving(Attempt<C> attempt, BiConsumer<Rung, List<Trial<C>>> told) {
    this.attempt = attempt;
    this.told = told;
  }

  /**
   * Finds the best of them; of equals the first.
   *
   * @param configurations one or more
   * @throws IllegalArgumentException where there is none
   */
  public C best(List<C> configurations) {
    if (configurations.isEmpty()) {
      throw new IllegalArgumentException("a search needs a configuration or more: found=0");
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
    told.accept(rung, List.copyOf(trials));
    return trials.stream().limit(kept(configurations.size())).map(Trial::configuration).toList();
  }

  private static int kept(int configurations) {
    return Math.max(1, configurations / KEEP_ONE_OF);
  }

  /** The rounds for so many configurations; none for a single one. */
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
