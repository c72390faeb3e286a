// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.history;

import dev.weir.sandbox.synthetic.GeneratedHistory;
import dev.weir.series.RecordedSeries;
import java.util.List;

/**
 * What there is to train on.
 *
 * @param source where it came from, for messages and the artifact
 * @param series in the order of their names
 * @param counts what became of the rows
 * @param warnings what was left out and why, one line each
 */
public record History(
    String source, List<RecordedSeries> series, HistoryCounts counts, List<String> warnings) {

  /** Keeps unmodifiable copies. */
  public History {
    series = List.copyOf(series);
    warnings = List.copyOf(warnings);
  }

  /** History from a generator of the sandbox. */
  public static History of(GeneratedHistory generated) {
    long kept = generated.series().stream().mapToLong(RecordedSeries::length).sum();
    HistoryCounts counts = new HistoryCounts(kept, 0, 0, generated.missing());
    return new History(generated.source(), generated.series(), counts, generated.warnings());
  }

  /** Points of all series. */
  public long points() {
    return series.stream().mapToLong(RecordedSeries::length).sum();
  }

  /** Time of the earliest point, milliseconds; {@link Long#MAX_VALUE} where there is none. */
  public long fromMillis() {
    return series.stream()
        .filter(one -> one.length() > 0)
        .mapToLong(one -> one.times()[0])
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /** Time of the latest point, milliseconds; {@link Long#MIN_VALUE} where there is none. */
  public long toMillis() {
    return series.stream()
        .filter(one -> one.length() > 0)
        .mapToLong(one -> one.times()[one.length() - 1])
        .max()
        .orElse(Long.MIN_VALUE);
  }
}
