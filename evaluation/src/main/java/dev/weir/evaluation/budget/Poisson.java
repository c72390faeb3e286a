// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.budget;

import org.hipparchus.distribution.continuous.GammaDistribution;
import org.hipparchus.distribution.discrete.PoissonDistribution;

/** Poisson distribution of counts; the interval is exact (Garwood 1936). */
final class Poisson {

  private static final double TAIL = 0.025;

  private Poisson() {}

  /** The mean below which so many or more have a probability under 2.5 %; 0 for a count of 0. */
  static double lowestMean(long count) {
    return count == 0 ? 0 : new GammaDistribution(count, 1).inverseCumulativeProbability(TAIL);
  }

  /** The mean above which so many or fewer have a probability under 2.5 %. */
  static double highestMean(long count) {
    return new GammaDistribution(count + 1.0, 1).inverseCumulativeProbability(1 - TAIL);
  }

  /** Probability of a count from half the mean to twice the mean. */
  static double withinTwice(double mean) {
    int below = (int) Math.ceil(mean / 2) - 1;
    int most = (int) Math.floor(2 * mean);
    return mean == 0 ? 1 : new PoissonDistribution(mean).probability(below, most);
  }
}
