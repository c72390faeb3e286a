/**
 * Offline stage 1, history: CSV files, a Kafka topic or a generator -> series, split by time or by
 * series.
 *
 * <p>Input: rows or records. Output: {@link dev.weir.trainer.history.History}, series of finite
 * values in the order in which a detector scores them, and {@link
 * dev.weir.trainer.history.SplitSeries}. Invariants: rows with equal or decreasing times pass the
 * core's {@link dev.weir.series.ReorderBuffer}, as in the job; rows = kept + duplicates + late, and
 * cells without a number are counted; a message names each file or series that is left out.
 */
@NullMarked
package dev.weir.trainer.history;

import org.jspecify.annotations.NullMarked;
