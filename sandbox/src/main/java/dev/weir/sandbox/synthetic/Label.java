// SPDX-License-Identifier: Apache-2.0
package dev.weir.sandbox.synthetic;

/**
 * Label of an injected anomaly.
 *
 * @param series name of the series
 * @param kind kind of the anomaly
 * @param fromMillis time of the first changed point
 * @param toMillis time of the last changed point
 * @param feature index of the changed feature
 */
public record Label(String series, AnomalyKind kind, long fromMillis, long toMillis, int feature) {

  /** Whether a time is within the anomaly, ends included. */
  public boolean covers(long timeMillis) {
    return fromMillis <= timeMillis && timeMillis <= toMillis;
  }
}
