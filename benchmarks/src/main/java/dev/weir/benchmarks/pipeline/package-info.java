/**
 * The whole pipeline measured: Kafka -> decode -> by series -> step -> alerts, in Flink and without
 * it, beside a Random Cut Forest in the same place.
 *
 * <p>Input: cells like {@code weir-hashmap@10000x1} (what runs, series, slots). Output: {@code
 * pipeline.json}, every run's figures; {@code pipeline.md}, medians and ratios; {@code
 * pipeline.svg}. Invariants: each cell runs in a fresh process on a broker that is a process of its
 * own; its topic is filled before it starts, so that it cannot run dry while it is measured; what
 * it counted adds up to what was written.
 *
 * <p>Where a series has few points, as with a million of them, most are of its warm-up. A point of
 * the warm-up takes the whole step; only no alert can come of it.
 *
 * <p>Run: {@code java -cp benchmarks/target/benchmarks.jar
 * dev.weir.benchmarks.pipeline.PipelineMeasurement benchmarks/results 5}; one cell alone with
 * {@code --cells loop-kernel@1000x1}.
 */
@NullMarked
package dev.weir.benchmarks.pipeline;

import org.jspecify.annotations.NullMarked;
