// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.corpus;

import dev.weir.evaluation.nab.NabCorpus;
import dev.weir.evaluation.nab.NabModelRun;
import dev.weir.sandbox.synthetic.MetricKind;
import dev.weir.sandbox.synthetic.SyntheticConfig;
import dev.weir.sandbox.synthetic.SyntheticSeries;
import dev.weir.series.DuplicatePolicy;
import dev.weir.series.RecordedSeries;
import dev.weir.series.ReorderConfig;
import dev.weir.trainer.history.ColumnsAs;
import dev.weir.trainer.history.CsvConfig;
import dev.weir.trainer.history.CsvFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collection of series without labels.
 *
 * @param name name of the collection
 * @param series one feature each
 */
public record SeriesCorpus(String name, List<RecordedSeries> series) {

  /** Maximum number of points of a series from a file; later points are ignored. */
  public static final int MAX_POINTS = 50_000;

  /**
   * Points of a generated series: a year at five-minute intervals, so that a monthly budget allows
   * twelve alerts.
   */
  private static final int GENERATED_POINTS = 365 * 288;

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  /** Keeps an unmodifiable copy. */
  public SeriesCorpus {
    series = List.copyOf(series);
  }

  /**
   * Reads the CSV files of a folder. Each value column becomes a series, in time order. A series
   * with more than one row per second is a log of arrivals and is replaced by their counts per
   * {@value ArrivalRate#BIN_MILLIS} ms.
   */
  public static SeriesCorpus ofFolder(Path folder) throws IOException {
    CsvConfig config =
        new CsvConfig("", ColumnsAs.SERIES, true, new ReorderConfig(DuplicatePolicy.FIRST, 0));
    List<RecordedSeries> series =
        new CsvFolder(folder, config)
            .read().series().stream()
                .map(ArrivalRate::orUnchanged)
                .map(SeriesCorpus::shortened)
                .toList();
    return new SeriesCorpus(
        folder.toAbsolutePath().normalize().getFileName().toString(), distinct(series));
  }

  /** Drops repeated names: every column of a log of arrivals gives the same counts. */
  private static List<RecordedSeries> distinct(List<RecordedSeries> series) {
    Map<String, RecordedSeries> byName = new LinkedHashMap<>();
    series.forEach(one -> byName.putIfAbsent(one.name(), one));
    return List.copyOf(byName.values());
  }

  /** Two generated series of each kind of metric, without injected anomalies; some shift level. */
  public static SeriesCorpus generated(long seed) {
    EnumSet<MetricKind> kinds = EnumSet.allOf(MetricKind.class);
    SyntheticConfig config =
        new SyntheticConfig(
            2 * kinds.size(),
            1,
            kinds,
            START,
            Duration.ofMinutes(5),
            Duration.ofDays(1),
            GENERATED_POINTS,
            0,
            seed);
    return new SeriesCorpus("generated", new SyntheticSeries(config).history().series());
  }

  /** Generated series with a daily cycle that changes permanently, twice each. */
  public static SeriesCorpus changing(long seed) {
    return new SeriesCorpus("changing", ChangingSeries.all(START, GENERATED_POINTS, seed));
  }

  /** The series of NAB without their labels. */
  public static SeriesCorpus ofNab(NabCorpus nab) {
    return new SeriesCorpus(
        "NAB",
        NabModelRun.series(nab).stream()
            .map(
                file ->
                    new RecordedSeries(
                        file.name(),
                        List.of(RecordedSeries.ONLY_FEATURE),
                        file.times(),
                        file.values()))
            .toList());
  }

  private static RecordedSeries shortened(RecordedSeries series) {
    int points = Math.min(MAX_POINTS, series.length());
    return new RecordedSeries(
        series.name(),
        series.features(),
        Arrays.copyOf(series.times(), points),
        Arrays.copyOf(series.values(), points));
  }
}
