/**
 * Stage 1, read: Kafka records with all that came with them.
 *
 * <p>Input: the topics, from and to given offsets. Output: {@link
 * dev.weir.job.source.SourceRecord}, the record as it was: key, value, headers, timestamp and where
 * it stood. Invariant: nothing of a record is lost before it is known to be well-formed.
 */
@NullMarked
package dev.weir.job.source;

import org.jspecify.annotations.NullMarked;
