/**
 * Generated metrics with labelled anomalies.
 *
 * <p>Input: a config with a seed. Output: a clean history and a stream with injected anomalies and
 * their labels. Invariants: the same config generates the same bits; all values are finite and
 * within 1e12; history and stream are parts of one series, and only the stream has injected
 * anomalies.
 */
@NullMarked
package dev.weir.sandbox.synthetic;

import org.jspecify.annotations.NullMarked;
