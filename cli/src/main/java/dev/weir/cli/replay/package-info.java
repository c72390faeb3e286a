/**
 * Replays a folder of CSV files into a Kafka topic, in order and at a chosen pace.
 *
 * <p>Input: CSV files. Output: one record per value. Invariants: each value is sent exactly once;
 * the rows of a file keep their order, also where times decrease; rows of several files are merged
 * by time.
 */
@NullMarked
package dev.weir.cli.replay;

import org.jspecify.annotations.NullMarked;
