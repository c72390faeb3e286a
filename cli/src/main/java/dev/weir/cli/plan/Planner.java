// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.plan;

/** Computes plans from measured figures and from the assumptions in its constants. */
public final class Planner {

  /** Fraction of a TaskManager's memory for state; the rest is for JVM, network and collector. */
  static final double STATE_FRACTION_OF_MEMORY = 0.5;

  /** Throughput of a partition, bytes per second. */
  static final double PARTITION_BYTES_PER_SECOND = 10e6;

  /** Highest parallelism that Flink supports. */
  static final long MAX_PARALLELISM = 32_768;

  /** Size of a decoded event, with the name of its series, between two subtasks. */
  static final double SHUFFLED_BYTES_PER_EVENT = 60;

  private static final int MEASURED_HIDDEN = 32;
  private static final int INPUTS = 2;
  private static final int GATES = 4;
  private static final int STATE_BYTES_PER_UNIT = 8;
  private static final double BYTES_PER_GIB = 1L << 30;
  private static final double SECONDS_PER_DAY = 86_400;
  private static final double ALERTS_PER_INCIDENT = 2;

  private final MeasuredFigures measured;

  /** Creates a planner with these figures. */
  public Planner(MeasuredFigures measured) {
    this.measured = measured;
  }

  /** Returns the resources for a workload on machines of this kind. */
  public Plan plan(Workload load, Machine machine) {
    double perCore = eventsPerSecondPerCore(load);
    long cores = roundUp(load.eventsPerSecond() / (perCore * (1 - machine.headroom())));
    double perSeries = resized(measured.memoryPerSeries(load.backend()), load.hidden());
    double memory = load.series() * perSeries / STATE_FRACTION_OF_MEMORY;
    long machinesForCores = roundUp(cores / (double) machine.cores());
    long machinesForMemory = roundUp(memory / (machine.memoryGib() * BYTES_PER_GIB));
    long machines = Math.max(machinesForCores, machinesForMemory);
    long slots = Math.max(cores, machines);
    double checkpoint = load.series() * resized(measured.checkpointBytesPerSeries(), load.hidden());
    double written = checkpoint * writtenFraction(load);
    double bytesIn = load.eventsPerSecond() * measured.brokerBytesPerEvent();
    double incidents = load.series() * measured.alertsPerSeriesAndDay();
    return new Plan(
        load.eventsPerSecond(),
        perCore,
        cores,
        perSeries,
        memory,
        machinesForCores,
        machinesForMemory,
        machines,
        slots,
        roundUp(slots / (double) MAX_PARALLELISM),
        checkpoint,
        written,
        network(load, bytesIn, written, machines),
        Math.max(slots, roundUp(bytesIn / PARTITION_BYTES_PER_SECOND)),
        load.eventsPerSecond() * measured.brokerCpuNanosPerEvent() / 1e9,
        bytesIn * SECONDS_PER_DAY,
        incidents,
        incidents * ALERTS_PER_INCIDENT * measured.alertBytes());
  }

  private double eventsPerSecondPerCore(Workload load) {
    double nanos = 1e9 / measured.eventsPerSecondPerCore(load.backend());
    double weights = weights(load.hidden()) / weights(MEASURED_HIDDEN);
    return 1e9 / (nanos + measured.kernelNanos() * (weights - 1));
  }

  private static double weights(int hidden) {
    return (double) GATES * hidden * (INPUTS + hidden + 1);
  }

  private static double resized(double bytes, int hidden) {
    return bytes + STATE_BYTES_PER_UNIT * (hidden - MEASURED_HIDDEN);
  }

  /** Returns the fraction of the series that changes between two checkpoints, if incremental. */
  private static double writtenFraction(Workload load) {
    return switch (load.backend()) {
      case HASHMAP -> 1;
      case ROCKSDB -> Math.min(1, load.checkpointSeconds() / load.secondsBetweenPoints());
    };
  }

  private static double network(Workload load, double bytesIn, double written, long machines) {
    double remoteFraction = (machines - 1.0) / machines;
    double shuffled = load.eventsPerSecond() * SHUFFLED_BYTES_PER_EVENT * remoteFraction;
    return (bytesIn + shuffled + written / load.checkpointSeconds()) / machines;
  }

  private static long roundUp(double value) {
    return Math.max(1, (long) Math.ceil(value));
  }
}
