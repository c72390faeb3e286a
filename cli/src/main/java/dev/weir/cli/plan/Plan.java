// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.plan;

/**
 * Resources for a workload. Formulas: docs/how-to/capacity.md.
 *
 * @param eventsPerSecond points of all series per second
 * @param eventsPerSecondPerCore throughput of a fully used core at this hidden size and backend
 * @param cores cores for the events, including the headroom
 * @param memoryBytesPerSeries state of a series in memory
 * @param memoryBytes state of all series, including memory of the JVM or page cache
 * @param machinesForCores number of machines that have the cores
 * @param machinesForMemory number of machines that have the memory
 * @param machines the larger of the two
 * @param slots task slots: one per core, at least one per machine
 * @param jobs number of jobs that share the slots; one job has at most 32,768
 * @param checkpointBytes size of a full checkpoint
 * @param checkpointWrittenBytes bytes written per checkpoint: all series, or those that changed
 * @param networkBytesPerSecond traffic of a machine during a checkpoint: events read, events
 *     shuffled, checkpoint written
 * @param partitions partitions of the topic of metrics
 * @param brokerCores cores of the brokers for the job's reads
 * @param brokerBytesPerDay log of the topic of metrics, one replica, not compressed
 * @param incidentsPerDay maximum number of false alarms at the default budget
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
