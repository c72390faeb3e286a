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
 * Measured figures from which a plan is computed.
 *
 * @param figures figures by name
 */
public record MeasuredFigures(Map<String, Figure> figures) {

  private static final String RESOURCE = "measured.json";

  /**
   * A measured figure.
   *
   * @param what meaning and unit
   * @param command command that measures it
   * @param provisional whether the value is an estimate or comes from a single run
   */
  public record Figure(double value, String what, String command, boolean provisional) {}

  /** Reads the figures that are included in Weir. */
  public static MeasuredFigures read() {
    try (InputStream in =
        Objects.requireNonNull(MeasuredFigures.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      return new MeasuredFigures(
          new ObjectMapper().readValue(in, new TypeReference<TreeMap<String, Figure>>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the names of the provisional figures, sorted. */
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
          "no such figure: name=" + name + ", found=" + figures.keySet());
    }
    return figure.value();
  }

  double eventsPerSecondPerCore(StateBackendKind backend) {
    return value(backend.label() + ".eventsPerSecondPerCore");
  }

  /** Returns the time of a recurrent step at hidden 32, nanoseconds. */
  double kernelNanos() {
    return value("kernel.nanosPerEvent");
  }

  /** Returns the memory per series at hidden 32, bytes. */
  double memoryPerSeries(StateBackendKind backend) {
    return switch (backend) {
      case HASHMAP -> value("hashmap.heapBytesPerSeries");
      case ROCKSDB -> value("rocksdb.bytesPerSeries");
    };
  }

  /** Returns the size of a series in a full checkpoint at hidden 32, bytes. */
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
