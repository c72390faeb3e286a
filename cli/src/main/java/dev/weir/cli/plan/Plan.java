// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.plan;

/**
 * What a workload takes. Formulas: docs/how-to/capacity.md.
 *
 * @param eventsPerSecond points of all series
 * @param eventsPerSecondPerCore what a fully used core handles at this hidden size and backend
 * @param cores that handle the events and leave the headroom
 * @param memoryBytesPerSeries state of a series in memory
 * @param memoryBytes state of all series, with what the JVM or page cache needs beside it
 * @param machinesForCores machines that hold the cores
 * @param machinesForMemory machines that hold the memory
 * @param machines the larger of the two
 * @param slots one a core, and one a machine at least
 * @param jobs that the slots are split over, since one has 32,768 at most
 * @param checkpointBytes all series in one checkpoint
 * @param checkpointWrittenBytes of them written each time: all, or those that had a point since
 * @param networkBytesPerSecond of one machine while a checkpoint is written: events in, events
 *     shuffled, checkpoint out
 * @param partitions of the topic of metrics
 * @param brokerCores what reading takes of the brokers
 * @param brokerBytesPerDay log of the topic of metrics, one replica, not compressed
 * @param incidentsPerDay most false ones that the default budget grants
 * @param alertBytesPerDay log of the topic of alerts
 */
public record Plan(
    double eventsPerSecond,
    double eventsPerSecondPerCore,
    long cores,
    double memoryBytesPerSeries,
    double memoryBytes,
    long machinesForCores,
    long machinesForMemory,
    long machines,
    long slots,
    long jobs,
    double checkpointBytes,
    double checkpointWrittenBytes,
    double networkBytesPerSecond,
    long partitions,
    double brokerCores,
    double brokerBytesPerDay,
    double incidentsPerDay,
    double alertBytesPerDay) {}
