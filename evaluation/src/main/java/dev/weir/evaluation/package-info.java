/**
 * Offline stage 8, evaluate: a model or its scores, and labelled or unlabelled series -> how well
 * it detects, alerts as often as it was asked to, and forecasts, as Markdown.
 *
 * <p>A package a measure; here stands what they share. Invariant: everything is computed point by
 * point through the core's {@link dev.weir.detect.Detector}, and the same data, model and seed give
 * the same tables.
 */
@NullMarked
package dev.weir.evaluation;

import org.jspecify.annotations.NullMarked;
