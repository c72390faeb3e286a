// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.pipeline;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a cell runs. */
enum Kind {
  /** One thread: poll, decode, look the series up, step its network. */
  LOOP_KERNEL(350_000),
  /** The same with the whole detector. */
  LOOP_DETECTOR(350_000),
  /** The job, its state on the heap. */
  WEIR_HASHMAP(350_000),
  /** The job, its state in RocksDB, with room for all series on the heap in front of it. */
  WEIR_ROCKSDB(200_000),
  /** The same without any on the heap: each event reads and writes RocksDB. */
  WEIR_ROCKSDB_ALONE(30_000),
  /** Random Cut Forests in the detectors' place, on the heap, as fast as they can be. */
  RCF(4_000),
  /** The same as OpenSearch keeps them for streams: without cached bounding boxes, smaller. */
  RCF_SMALL(2_000),
  /** The job while a producer keeps a pace: how long an event takes. */
  WEIR_LATENCY(150_000);

  private final int eventsPerSecond;

  Kind(int eventsPerSecond) {
    this.eventsPerSecond = eventsPerSecond;
  }

  /** A guess of its speed on one core, by which its topic is sized; the loops share the job's. */
  int eventsPerSecond() {
    return eventsPerSecond;
  }

  /** Whether it runs the whole job as fast as it can. */
  boolean isJob() {
    return this == WEIR_HASHMAP || this == WEIR_ROCKSDB || this == WEIR_ROCKSDB_ALONE;
  }

  /** Whether it can start with series that are a day old. */
  boolean canStartDayOld() {
    return isJob() || this == LOOP_KERNEL || this == LOOP_DETECTOR;
  }

  /** As cells are named. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @throws IllegalArgumentException where there is no such kind
   */
  static Kind of(String label) {
    return Arrays.stream(values())
        .filter(kind -> kind.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(label)));
  }

  private static String unknown(String label) {
    String labels = Arrays.stream(values()).map(Kind::label).collect(Collectors.joining(", "));
    return "a cell must run one of " + labels + ": found=" + label;
  }
}
