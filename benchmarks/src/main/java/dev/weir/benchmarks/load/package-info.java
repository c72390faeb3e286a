/**
 * Synthetic load on Kafka: events, topics, producers.
 *
 * <p>Input: number of series and events. Output: topics with the same number of events in each
 * partition, and their size on disk.
 */
@NullMarked
package dev.weir.benchmarks.load;

import org.jspecify.annotations.NullMarked;
