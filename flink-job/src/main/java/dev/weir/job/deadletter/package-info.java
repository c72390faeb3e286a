/**
 * Beside the stages, dead letters: malformed records -> the dead-letter topic.
 *
 * <p>Input: the record as it was and the reason. Output: the same key, value, headers and
 * timestamp, and behind the headers those of Kafka Connect's convention ({@code
 * __connect.errors.*}), so that the tools made for Connect's dead-letter queues read them.
 * Invariant: a header that was there is never changed.
 */
@NullMarked
package dev.weir.job.deadletter;

import org.jspecify.annotations.NullMarked;
