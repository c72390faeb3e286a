/**
 * A folder of CSV files -> a Kafka topic, in the order and at the pace at which the points once
 * came.
 *
 * <p>Invariants: every row's every value is sent exactly once; the rows of a file keep their order,
 * even where their times go back; across files the order is that of time.
 */
@NullMarked
package dev.weir.cli.replay;

import org.jspecify.annotations.NullMarked;
