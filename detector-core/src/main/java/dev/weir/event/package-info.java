/**
 * Stage 1, decode: record bytes -> {@link dev.weir.event.MetricEvent}.
 *
 * <p>Input: the bytes of one Kafka record or one line. Output: events, or the exact reason why
 * there is none. Invariant: every record yields at least one event or reason, and an event that
 * comes out of here has a series name, a time and only finite values, so that no later stage checks
 * them again.
 */
@NullMarked
package dev.weir.event;

import org.jspecify.annotations.NullMarked;
