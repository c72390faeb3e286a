// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.history;

/**
 * What became of the rows of a history.
 *
 * @param kept points in the series
 * @param duplicates points dropped, replaced or merged since their time was there already
 * @param late points dropped since their series was past them
 * @param missing cells without a finite number, and rows without a time
 */
public record HistoryCounts(long kept, long duplicates, long late, long missing) {

  /** Nothing read yet. */
  public static final HistoryCounts NONE = new HistoryCounts(0, 0, 0, 0);

  /** Both together. */
  public HistoryCounts plus(HistoryCounts other) {
    return new HistoryCounts(
        kept + other.kept,
        duplicates + other.duplicates,
        late + other.late,
        missing + other.missing);
  }
}
