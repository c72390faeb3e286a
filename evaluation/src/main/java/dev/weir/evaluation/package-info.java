/**
 * Offline stage 8, evaluation: measures how well a model detects anomalies, keeps to its alert
 * budget, forecasts and identifies causes.
 *
 * <p>Input: a model or precomputed scores, and labelled or unlabelled series. Output: Markdown
 * tables and figures. There is one package per measure; {@code figure} and {@code run} are shared
 * by all of them, {@code evidence} makes the pages. Invariants: all scores are computed point by
 * point through the core's {@link dev.weir.detect.Detector}; the same data, model and seed give the
 * same tables.
 */
@NullMarked
package dev.weir.evaluation;

import org.jspecify.annotations.NullMarked;
