/**
 * Beside the stages, metrics: the job's own metrics, and a Flink metric reporter for Micrometer.
 *
 * <p>Input: counters, gauges, meters and histograms that Flink's runtime registers. Output: a
 * Micrometer registry, chosen in Flink's configuration by {@code metrics.reporter.weir.registry:
 * prometheus}, {@code otlp} or {@code global}. A cluster loads the reporter as a plugin, without
 * the rest of the job; this package therefore imports no other package of Weir.
 *
 * <p>Invariant: {@code events = scored + warming_up + duplicate + late + malformed}, once no point
 * waits in a reorder buffer.
 */
@NullMarked
package dev.weir.job.metrics;

import org.jspecify.annotations.NullMarked;
