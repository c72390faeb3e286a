/**
 * Stage 1, event: the bytes of a record -> {@link dev.weir.event.MetricEvent}s.
 *
 * <p>Input: the bytes of one Kafka record or of one line. Output: events, or the reason why the
 * record is malformed. Invariants: each record has at least one event or reason; each event has a
 * series name, a time and finite values only, so that later stages need no checks.
 */
@NullMarked
package dev.weir.event;

import org.jspecify.annotations.NullMarked;
