/**
 * Causes: whether an alert names the feature that an anomaly was injected into.
 *
 * <p>Input: generated hosts of several coupled features with anomalies in one feature each, and a
 * detector. Output: how many anomalies are found, and for how many the cause is identified.
 * Invariant: only the generator knows the injected feature; the cause is the feature with the
 * largest contribution in the opened alert, as users see it.
 */
@NullMarked
package dev.weir.evaluation.cause;

import org.jspecify.annotations.NullMarked;
