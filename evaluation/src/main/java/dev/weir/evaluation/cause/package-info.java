/**
 * Whether the right feature is named: hosts of several coupled features with anomalies in exactly
 * one of them, and a detector -> how many are found, and of how many the cause is named right.
 *
 * <p>Invariant: the injected feature is known to the generator alone; the detector names one by the
 * contributions of the record that opens its alert, as users see it.
 */
@NullMarked
package dev.weir.evaluation.cause;

import org.jspecify.annotations.NullMarked;
