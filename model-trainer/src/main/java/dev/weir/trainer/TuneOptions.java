// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer;

import java.util.Set;

/**
 * Options of the search before the fit.
 *
 * @param configurations number of configurations to try, 0 or more; 0: no search
 * @param fixed options that the search does not vary
 */
public record TuneOptions(int configurations, Set<TunedOption> fixed) {

  /** No search. */
  public static final TuneOptions DEFAULT = new TuneOptions(0, Set.of());

  /**
   * @throws IllegalArgumentException if the number of configurations is negative
   */
  public TuneOptions {
    if (configurations < 0) {
      throw new IllegalArgumentException("tune must be 0 or more: tune=" + configurations);
    }
    fixed = Set.copyOf(fixed);
  }
}
