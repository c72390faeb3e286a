/**
 * Series without labels, for measuring the alert budget and forecasts.
 *
 * <p>Input: folders of CSV files, or a seed for generated series. Output: series of one feature
 * each. Invariants: the same folder and seed give the same series; a series from a file has at most
 * {@link dev.weir.evaluation.corpus.SeriesCorpus#MAX_POINTS} points, which bounds the time of an
 * evaluation.
 */
@NullMarked
package dev.weir.evaluation.corpus;

import org.jspecify.annotations.NullMarked;
