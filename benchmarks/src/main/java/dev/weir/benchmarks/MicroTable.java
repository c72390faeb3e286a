package dev.weir.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures as Markdown: medians with smallest and largest, then ratios beside their limits. */
final class MicroTable {

  /**
   * @param limit largest ratio of the first's median to the second's that is within reach
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
   * @param figures keyed by JDK and benchmark, a blank between
   */
  static String of(Map<String, ForkFigures> figures) {
    StringBuilder text =
        new StringBuilder("| JDK, benchmark | median ns | min | max | B allocated |\n");
    text.append("|---|---:|---:|---:|---:|\n");
    figures.forEach((key, forks) -> text.append(row(key, forks)));
    text.append("\n| JDK | ratio of medians | found | limit |\n|---|---|---:|---:|\n");
    for (String jdk : figures.keySet().stream().map(k -> k.split(" ", 2)[0]).distinct().toList()) {
      LIMITS.forEach(limit -> text.append(ratio(jdk, limit, figures)));
    }
    return text.toString();
  }

  private static String row(String key, ForkFigures forks) {
    Spread nanos = forks.spread();
    return String.format(
        Locale.ROOT,
        "| %s | %.1f | %.1f | %.1f | %.0f |%n",
        key,
        nanos.median(),
        nanos.smallest(),
        nanos.largest(),
        forks.medianBytes());
  }

  private static String ratio(String jdk, Limit limit, Map<String, ForkFigures> figures) {
    ForkFigures measured = figures.get(jdk + " " + limit.measured());
    ForkFigures reference = figures.get(jdk + " " + limit.reference());
    if (measured == null || reference == null) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        "| %s | %s / %s | %.4f | %.2f |%n",
        jdk,
        limit.measured(),
        limit.reference(),
        measured.spread().median() / reference.spread().median(),
        limit.limit());
  }
}
