// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.micro;

import static dev.weir.evaluation.figure.MarkdownTable.number;

import dev.weir.benchmarks.report.Spread;
import dev.weir.evaluation.figure.MarkdownTable;
import java.util.List;
import java.util.Map;

/**
 * Markdown tables of the microbenchmarks: medians with minimum and maximum, and ratios with their
 * limits.
 */
final class MicroTable {

  /**
   * @param limit largest accepted ratio of the medians, measured to reference
   */
  private record Limit(String measured, String reference, double limit) {}

  private static final List<Limit> LIMITS =
      List.of(
          new Limit("KernelBenchmark.plain", "KernelBenchmark.vector", 1.2),
          new Limit("KernelBenchmark.plainBatched", "KernelBenchmark.vectorBatched", 1.2),
          new Limit("KernelBenchmark.plainBatched", "KernelBenchmark.vector", 1.2),
          new Limit("KernelBenchmark.plainBatched", "KernelBenchmark.djlBatched", 1),
          new Limit("KernelBenchmark.plain", "KernelBenchmark.djlOne", 0.01),
          new Limit("DetectorBenchmark.step", "DetectorBenchmark.kernel", 1.5),
          new Limit("DetectorBenchmark.stepAlone", "DetectorBenchmark.kernel", 1.5),
          new Limit("DecoderBenchmark.json", "DecoderBenchmark.jacksonStreaming", 0.5));

  private MicroTable() {}

  /**
   * @param figures by JDK and benchmark, separated by a blank
   */
  static String of(Map<String, ForkFigures> figures) {
    MarkdownTable forks =
        new MarkdownTable("JDK, benchmark", "median ns:", "min:", "max:", "B allocated:");
    figures.forEach((key, measured) -> addRow(forks, key, measured));
    MarkdownTable ratios = new MarkdownTable("JDK", "ratio of medians", "found:", "limit:");
    for (String jdk : figures.keySet().stream().map(k -> k.split(" ", 2)[0]).distinct().toList()) {
      LIMITS.forEach(limit -> addRatio(ratios, jdk, limit, figures));
    }
    return forks + "\n" + ratios;
  }

  private static void addRow(MarkdownTable table, String key, ForkFigures forks) {
    Spread nanos = forks.spread();
    table.row(
        key,
        number(nanos.median(), 1),
        number(nanos.min(), 1),
        number(nanos.max(), 1),
        number(forks.medianBytes(), 0));
  }

  private static void addRatio(
      MarkdownTable table, String jdk, Limit limit, Map<String, ForkFigures> figures) {
    ForkFigures measured = figures.get(jdk + " " + limit.measured());
    ForkFigures reference = figures.get(jdk + " " + limit.reference());
    if (measured != null && reference != null) {
      double ratio = measured.spread().median() / reference.spread().median();
      table.row(
          jdk,
          limit.measured() + " / " + limit.reference(),
          number(ratio, 4),
          number(limit.limit(), 2));
    }
  }
}
