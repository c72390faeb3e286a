/**
 * Series to measure on that carry no labels: folders of CSV files, and generated ones whose level
 * or season changes -> histories of one feature each.
 *
 * <p>Invariant: the same folder and seed give the same series; long ones are cut behind {@link
 * dev.weir.evaluation.corpus.SeriesCorpus#MOST_POINTS} points, so that one corpus of many years
 * doesn't take all the time there is.
 */
@NullMarked
package dev.weir.evaluation.corpus;

import org.jspecify.annotations.NullMarked;
