/**
 * Command that measures the whole pipeline, from Kafka to alerts. Its parts, in the order of the
 * data, are the packages process, load, cell, dayold, run and report.
 *
 * <p>Input: names of cells. Output: {@code pipeline.json} with the figures of all runs, and the
 * reports. Invariants: each cell runs in a fresh process; the broker is another process; a topic is
 * filled before a cell starts, and a cell that reads a partition to its end while it is measured
 * fails.
 *
 * <p>Run: {@code java -cp benchmarks/target/benchmarks.jar
 * dev.weir.benchmarks.pipeline.PipelineMeasurement benchmarks/results 5}; one cell with {@code
 * --cells loop-kernel@1000x1}.
 */
@NullMarked
package dev.weir.benchmarks.pipeline;

import org.jspecify.annotations.NullMarked;
