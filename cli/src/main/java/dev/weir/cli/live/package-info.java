/**
 * The metrics of this machine as events.
 *
 * <p>Input: the operating system, through OSHI. Output: one event per metric and interval.
 * Invariant: only finite values are emitted.
 */
@NullMarked
package dev.weir.cli.live;

import org.jspecify.annotations.NullMarked;
