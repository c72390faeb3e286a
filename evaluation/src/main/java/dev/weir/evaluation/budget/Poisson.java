package dev.weir.evaluation.budget;

/** The Poisson law of counts. */
final class Poisson {

  private static final double TAIL = 0.025;
  private static final int HALVINGS = 60;

  private Poisson() {}

  /** Probability of {@code count} or fewer where {@code mean} are expected. */
  static double atMost(long count, double mean) {
    if (count < 0 || mean <= 0) {
      return count < 0 ? 0 : 1;
    }
    double log = -mean;
    double sum = Math.exp(log);
    for (long k = 1; k <= count; k++) {
      log += Math.log(mean / k);
      sum += Math.exp(log);
    }
    return Math.min(1, sum);
  }

  /** The mean below which so many or more are rarer than 2.5 %; 0 for a count of 0. */
  static double lowestMean(long count) {
    return count == 0 ? 0 : meanWhere(count - 1, 1 - TAIL, count);
  }

  /** The mean above which so few or fewer are rarer than 2.5 %. */
  static double highestMean(long count) {
    return meanWhere(count, TAIL, 3 * count + 20.0);
  }

  /** Probability of a count from half the mean to twice the mean. */
  static double withinTwice(double mean) {
    long most = (long) Math.floor(2 * mean);
    long fewest = (long) Math.ceil(mean / 2);
    return Math.max(0, atMost(most, mean) - atMost(fewest - 1, mean));
  }

  /** The mean at which {@code count} or fewer have this probability; it falls with the mean. */
  private static double meanWhere(long count, double probability, double most) {
    double low = 0;
    double high = most;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (atMost(count, middle) > probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
