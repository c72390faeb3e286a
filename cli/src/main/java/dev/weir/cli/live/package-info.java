/**
 * This machine's own metrics as events: something real to watch, at once, on any laptop.
 *
 * <p>Input: the operating system through OSHI. Output: an event a metric and second. Invariant:
 * only finite values leave.
 */
@NullMarked
package dev.weir.cli.live;

import org.jspecify.annotations.NullMarked;
