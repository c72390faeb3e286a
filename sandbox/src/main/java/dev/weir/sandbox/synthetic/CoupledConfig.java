// SPDX-License-Identifier: Apache-2.0
package dev.weir.sandbox.synthetic;

/**
 * Configuration of {@link CoupledHosts}. The interval is five minutes.
 *
 * @param hosts number of series, 1 or more
 * @param historyPoints points of each without anomalies, 1 or more
 * @param streamPoints points of each after the history, 0 or more
 * @param anomalies number of anomalies in the stream of each host, 0 or more
 * @param seed seed of all random numbers
 */
public record CoupledConfig(
    int hosts, int historyPoints, int streamPoints, int anomalies, long seed) {

  /**
   * @throws IllegalArgumentException if a number is out of range, or if there are less than two
   *     days of stream per anomaly
   */
  public CoupledConfig {
    require(hosts >= 1, "hosts must be 1 or more: hosts=" + hosts);
    require(historyPoints >= 1, "historyPoints must be 1 or more: historyPoints=" + historyPoints);
    require(streamPoints >= 0, "streamPoints must be 0 or more: streamPoints=" + streamPoints);
    require(anomalies >= 0, "anomalies must be 0 or more: anomalies=" + anomalies);
    require(
        streamPoints >= anomalies * 2L * CoupledHosts.POINTS_PER_DAY,
        "an anomaly needs two days of the stream: expected streamPoints>="
            + anomalies * 2L * CoupledHosts.POINTS_PER_DAY
            + ", found="
            + streamPoints);
  }

  int points() {
    return historyPoints + streamPoints;
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
