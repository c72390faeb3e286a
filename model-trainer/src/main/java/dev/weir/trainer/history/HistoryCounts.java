// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.history;

/**
 * Number of rows of a history that were kept and dropped.
 *
 * @param kept points in the series
 * @param duplicates points dropped, replaced or merged because their series had a point of that
 *     time
 * @param late points dropped because their series had released a later one
 * @param missing cells without a finite number, and rows without a time
 */
public record HistoryCounts(long kept, long duplicates, long late, long missing) {

  /** All counts 0. */
  public static final HistoryCounts NONE = new HistoryCounts(0, 0, 0, 0);

  /** Returns the sums. */
  public HistoryCounts plus(HistoryCounts other) {
    return new HistoryCounts(
        kept + other.kept,
        duplicates + other.duplicates,
        late + other.late,
        missing + other.missing);
  }
}
