// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.plan;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The figures that a plan rests on.
 *
 * @param figures by name
 */
public record MeasuredFigures(Map<String, Figure> figures) {

  private static final String RESOURCE = "measured.json";

  /**
   * One figure.
   *
   * @param what it says, with its unit
   * @param command that measures it
   * @param provisional whether the value is a guess or a first run's, until that command has been
   *     run in full
   */
  public record Figure(double value, String what, String command, boolean provisional) {}

  /** Those that come with Weir. */
  public static MeasuredFigures read() {
    try (InputStream in =
        Objects.requireNonNull(MeasuredFigures.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      return new MeasuredFigures(
          new ObjectMapper().readValue(in, new TypeReference<TreeMap<String, Figure>>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names of figures that are not final, in order; empty once all are measured. */
  List<String> provisional() {
    return figures.entrySet().stream()
        .filter(entry -> entry.getValue().provisional())
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  double value(String name) {
    Figure figure = figures.get(name);
    if (figure == null) {
      throw new IllegalStateException(
          "a figure is missing: name=" + name + ", found=" + figures.keySet());
    }
    return figure.value();
  }

  double eventsPerSecondPerCore(PlannedBackend backend) {
    return value(backend.label() + ".eventsPerSecondPerCore");
  }

  /** Nanoseconds of the recurrent step at hidden 32. */
  double kernelNanos() {
    return value("kernel.nanosPerEvent");
  }

  /** Bytes of memory of a series at hidden 32. */
  double memoryPerSeries(PlannedBackend backend) {
    return switch (backend) {
      case HASHMAP -> value("hashmap.heapBytesPerSeries");
      case ROCKSDB -> value("rocksdb.bytesPerSeries");
    };
  }

  /** Bytes of a series in a full checkpoint at hidden 32. */
  double checkpointBytesPerSeries() {
    return value("checkpoint.bytesPerSeries");
  }

  double brokerBytesPerEvent() {
    return value("broker.bytesPerEvent");
  }

  double brokerCpuNanosPerEvent() {
    return value("broker.cpuNanosPerEvent");
  }

  double alertsPerSeriesAndDay() {
    return value("alerts.perSeriesAndDay");
  }

  double alertBytes() {
    return value("alerts.bytes");
  }
}
