// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.plan;

/** Computes plans from measured figures; what isn't measured is assumed here and nowhere else. */
public final class Planner {

  /** Of a TaskManager's memory: the rest is the JVM's own, the network's and the collector's. */
  static final double STATE_PART_OF_MEMORY = 0.5;

  /** What one partition carries with ease, bytes a second. */
  static final double PARTITION_BYTES_PER_SECOND = 10e6;

  /** Flink's largest possible parallelism. */
  static final long MOST_SLOTS = 32_768;

  /** An event between two subtasks: decoded, its series' name with it. */
  static final double SHUFFLED_BYTES = 60;

  private static final int MEASURED_HIDDEN = 32;
  private static final int INPUTS = 2;
  private static final int GATES = 4;
  private static final int STATE_BYTES_PER_UNIT = 8;
  private static final double BYTES_PER_GIB = 1L << 30;
  private static final double SECONDS_PER_DAY = 86_400;
  private static final double ALERTS_OF_INCIDENT = 2;

  private final MeasuredFigures measured;

  /** A planner that rests on these figures. */
  public Planner(MeasuredFigures measured) {
    this.measured = measured;
  }

  /** What this takes. */
  public Plan plan(Workload load, Machine machine) {
    double perCore = eventsPerSecondPerCore(load);
    long cores = above(load.eventsPerSecond() / (perCore * (1 - machine.headroom())));
    double perSeries = ofHidden(measured.memoryPerSeries(load.backend()), load.hidden());
    double memory = load.series() * perSeries / STATE_PART_OF_MEMORY;
    long forCores = above(cores / (double) machine.cores());
    long forMemory = above(memory / (machine.memoryGib() * BYTES_PER_GIB));
    long machines = Math.max(forCores, forMemory);
    long slots = Math.max(cores, machines);
    double checkpoint =
        load.series() * ofHidden(measured.checkpointBytesPerSeries(), load.hidden());
    double written = checkpoint * writtenPart(load);
    double bytesIn = load.eventsPerSecond() * measured.brokerBytesPerEvent();
    double incidents = load.series() * measured.alertsPerSeriesAndDay();
    return new Plan(
        load.eventsPerSecond(),
        perCore,
        cores,
        perSeries,
        memory,
        forCores,
        forMemory,
        machines,
        slots,
        above(slots / (double) MOST_SLOTS),
        checkpoint,
        written,
        network(load, bytesIn, written, machines),
        Math.max(slots, above(bytesIn / PARTITION_BYTES_PER_SECOND)),
        load.eventsPerSecond() * measured.brokerCpuNanosPerEvent() / 1e9,
        bytesIn * SECONDS_PER_DAY,
        incidents,
        incidents * ALERTS_OF_INCIDENT * measured.alertBytes());
  }

  private double eventsPerSecondPerCore(Workload load) {
    double nanos = 1e9 / measured.eventsPerSecondPerCore(load.backend());
    double weights = weights(load.hidden()) / weights(MEASURED_HIDDEN);
    return 1e9 / (nanos + measured.kernelNanos() * (weights - 1));
  }

  private static double weights(int hidden) {
    return (double) GATES * hidden * (INPUTS + hidden + 1);
  }

  private static double ofHidden(double bytes, int hidden) {
    return bytes + STATE_BYTES_PER_UNIT * (hidden - MEASURED_HIDDEN);
  }

  /** Where files are kept, series without a new point are in an earlier checkpoint's. */
  private static double writtenPart(Workload load) {
    return switch (load.backend()) {
      case HASHMAP -> 1;
      case ROCKSDB -> Math.min(1, load.checkpointSeconds() / load.secondsBetweenPoints());
    };
  }

  private static double network(Workload load, double bytesIn, double written, long machines) {
    double elsewhere = (machines - 1.0) / machines;
    double shuffled = load.eventsPerSecond() * SHUFFLED_BYTES * elsewhere;
    return (bytesIn + shuffled + written / load.checkpointSeconds()) / machines;
  }

  private static long above(double value) {
    return Math.max(1, (long) Math.ceil(value));
  }
}
