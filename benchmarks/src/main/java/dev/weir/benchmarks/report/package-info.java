/**
 * Reports of all runs: Markdown tables, ratios with targets, a plot.
 *
 * <p>Input: results of runs. Output: {@code pipeline.md}, {@code pipeline.svg}.
 */
@NullMarked
package dev.weir.benchmarks.report;

import org.jspecify.annotations.NullMarked;
