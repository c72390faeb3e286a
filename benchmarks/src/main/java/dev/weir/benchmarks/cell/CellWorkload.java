// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.cell;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The program that a cell measures. */
public enum CellWorkload {
  /** Consumer loop without Flink: poll, decode, look up the series, step its network. */
  LOOP_KERNEL(350_000),
  /** Consumer loop that steps the whole detector. */
  LOOP_DETECTOR(350_000),
  /** The job with its state on the heap. */
  WEIR_HASHMAP(350_000),
  /** The job with its state in RocksDB and a heap cache for all series. */
  WEIR_ROCKSDB(200_000),
  /** The job with RocksDB and no heap cache: each event reads and writes RocksDB. */
  WEIR_ROCKSDB_ALONE(30_000),
  /** The job with Random Cut Forests on the heap in their fastest form. */
  RCF(4_000),
  /** The job with Random Cut Forests in their smallest form, as in OpenSearch. */
  RCF_SMALL(2_000),
  /** The job with a producer at a constant rate, to measure latency. */
  WEIR_LATENCY(150_000);

  private final int eventsPerSecond;

  CellWorkload(int eventsPerSecond) {
    this.eventsPerSecond = eventsPerSecond;
  }

  /** Estimated speed on one core, which determines the size of the topic. */
  public int eventsPerSecond() {
    return eventsPerSecond;
  }

  /** Whether this is the detection job at full speed. */
  public boolean isJob() {
    return this == WEIR_HASHMAP || this == WEIR_ROCKSDB || this == WEIR_ROCKSDB_ALONE;
  }

  /** Whether it supports day-old series. */
  public boolean supportsDayOld() {
    return isJob() || this == LOOP_KERNEL || this == LOOP_DETECTOR;
  }

  /** Name in cells. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @throws IllegalArgumentException if there is no such workload
   */
  static CellWorkload of(String label) {
    return Arrays.stream(values())
        .filter(workload -> workload.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(label)));
  }

  private static String unknown(String label) {
    String labels =
        Arrays.stream(values()).map(CellWorkload::label).collect(Collectors.joining(", "));
    return "the workload of a cell must be one of " + labels + ": found=" + label;
  }
}
