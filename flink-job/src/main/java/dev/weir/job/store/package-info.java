/**
 * Beside the stages, store: the states of a subtask's series, on the heap or in RocksDB.
 *
 * <p>Input: batches of events. Output: each event with the {@link dev.weir.job.store.SeriesState}
 * of its series, to be updated in place. {@link dev.weir.job.store.SeriesStore} has an
 * implementation for state backends that keep objects on the heap and one for backends that keep
 * serialized copies. {@link dev.weir.job.store.Prefetcher} reads the states of several series at a
 * time.
 *
 * <p>Invariants: a snapshot contains every state as it was when the snapshot began; a restored
 * state gives the same scores as an uninterrupted run; either implementation restores the
 * savepoints of the other.
 */
@NullMarked
package dev.weir.job.store;

import org.jspecify.annotations.NullMarked;
