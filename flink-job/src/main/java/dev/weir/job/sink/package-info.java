/**
 * Stage 5, sink: scored points, alerts, late points and malformed records -> Kafka, exactly once.
 *
 * <p>Input: {@link dev.weir.job.detect.ScoredEvent}s, late events and malformed records. Output:
 * JSON records, keyed by series, in the topics of alerts, scores and late points; malformed records
 * unchanged in the dead-letter topic.
 *
 * <p>Invariants: a reader of committed records sees each record once, whatever failed in between;
 * the id of an alert is a function of series, model and start, so that a replay gives the same id.
 */
@NullMarked
package dev.weir.job.sink;

import org.jspecify.annotations.NullMarked;
