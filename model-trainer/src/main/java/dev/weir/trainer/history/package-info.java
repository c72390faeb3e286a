/**
 * Offline stages 1 and 2, history: a CSV folder, a Kafka topic or a generator -> series in order,
 * split by time.
 *
 * <p>Output: {@link dev.weir.trainer.history.History}, series of finite values in the order in
 * which a detector would see them, and what became of every row. Invariants: equal and backward
 * times pass through the core's {@link dev.weir.series.ReorderBuffer}, the same as online; rows =
 * kept + duplicates + late, and cells without a number are counted; whatever can't be trained on is
 * named with its place.
 */
@NullMarked
package dev.weir.trainer.history;

import org.jspecify.annotations.NullMarked;
