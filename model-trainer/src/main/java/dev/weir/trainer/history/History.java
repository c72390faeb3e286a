// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.history;

import dev.weir.sandbox.synthetic.GeneratedHistory;
import dev.weir.series.RecordedSeries;
import java.util.List;

/**
 * Series to train on.
 *
 * @param source folder, topic or generator, for messages and the artifact
 * @param series ordered by name
 * @param counts number of rows kept and dropped
 * @param warnings what was left out and why, one line each
 */
public record History(
    String source, List<RecordedSeries> series, HistoryCounts counts, List<String> warnings) {

  /** Copies the lists. */
  public History {
    series = List.copyOf(series);
    warnings = List.copyOf(warnings);
  }

  /** Returns the history of a generator of the sandbox. */
  public static History of(GeneratedHistory generated) {
    long kept = generated.series().stream().mapToLong(RecordedSeries::length).sum();
    HistoryCounts counts = new HistoryCounts(kept, 0, 0, generated.missing());
    return new History(generated.source(), generated.series(), counts, generated.warnings());
  }

  /** Number of points in all series. */
  public long points() {
    return series.stream().mapToLong(RecordedSeries::length).sum();
  }

  /** Time of the earliest point, milliseconds; {@link Long#MAX_VALUE} if there is none. */
  public long fromMillis() {
    return series.stream()
        .filter(one -> one.length() > 0)
        .mapToLong(one -> one.times()[0])
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /** Time of the latest point, milliseconds; {@link Long#MIN_VALUE} if there is none. */
  public long toMillis() {
    return series.stream()
        .filter(one -> one.length() > 0)
        .mapToLong(one -> one.times()[one.length() - 1])
        .max()
        .orElse(Long.MIN_VALUE);
  }
}
