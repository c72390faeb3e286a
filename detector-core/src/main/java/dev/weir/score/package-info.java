/**
 * Stage 4, score: forecast errors -> surprise -> rate -> unit-free score.
 *
 * <p>Two views, each against the series' own past: the forecast error averaged over the last points
 * ({@link dev.weir.score.ErrorDistribution}), and a value beyond all that was seen ({@link
 * dev.weir.score.ValueRange}). Each gives a surprise in decades, the sum of both is the point's
 * (they are nearly independent where nothing is wrong, so that their probabilities multiply).
 * {@link dev.weir.score.Calibration} says how often so much surprise came up per point in real
 * history, counted in incidents, and that rate is what scores and budgets are made of.
 *
 * <p>Invariants: a surprise is 0 or more, a rate lies in (0, 1], a score in [0, 1]; a point is
 * judged before it is learnt.
 *
 * <p>Ahmad, Lavin, Purdy &amp; Agha 2017, Neurocomputing 262, section 4 (a short average against
 * its long distribution); Siffer et al. 2017, KDD, and Coles 2001, chapters 3-5 (block maxima,
 * peaks over threshold).
 */
@NullMarked
package dev.weir.score;

import org.jspecify.annotations.NullMarked;
