/**
 * A seeded generator of series as monitoring shows them, and of labelled anomalies in them.
 *
 * <p>For the demo (history to train on, then a stream whose anomalies are known) and for training
 * without any data of one's own. Invariants: the same config gives the same bits; no value is ever
 * anything but finite and within 1e12; history and stream are one series, cut in time, and only the
 * stream holds injected anomalies.
 */
@NullMarked
package dev.weir.sandbox.synthetic;

import org.jspecify.annotations.NullMarked;
