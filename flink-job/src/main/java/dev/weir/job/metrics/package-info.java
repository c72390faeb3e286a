/**
 * Beside the stages, metrics: the job's own numbers, and a Flink metric reporter that hands all of
 * Flink's metrics to Micrometer.
 *
 * <p>Input: counters, gauges, meters and histograms as Flink's runtime announces them. Output: a
 * Micrometer registry, chosen by one line of configuration: {@code metrics.reporter.weir.registry:
 * prometheus}, {@code otlp} or {@code global}. On a cluster the reporter is a plugin and shares
 * nothing with the job but Flink's metrics: hence it stands in a package of its own that imports no
 * other of Weir's.
 *
 * <p>Invariant of the numbers: {@code events = scored + warming_up + duplicate + late + malformed},
 * once no point waits to be put in order.
 */
@NullMarked
package dev.weir.job.metrics;

import org.jspecify.annotations.NullMarked;
