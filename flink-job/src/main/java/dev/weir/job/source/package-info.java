/**
 * Stage 1, source: Kafka topics -> records.
 *
 * <p>Input: topics, with the offsets at which to start and stop. Output: Kafka's records; {@link
 * dev.weir.job.source.SourceRecord} keeps a malformed one with key, value, headers, timestamp and
 * position. Invariant: all parts of a record are kept until it is known to be well-formed.
 */
@NullMarked
package dev.weir.job.source;

import org.jspecify.annotations.NullMarked;
