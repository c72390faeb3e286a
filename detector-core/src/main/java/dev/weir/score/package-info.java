/**
 * Stage 4, score: forecast errors -> tail probability -> unit-free score.
 *
 * <p>Two views, each compared with the series' own past: the forecast error averaged over the last
 * points ({@link dev.weir.score.ErrorDistribution}), and a value beyond all that was seen ({@link
 * dev.weir.score.ValueRange}). The smaller probability, doubled, is the point's (Bonferroni).
 * Invariant: a probability lies in (0, 1], a score in [0, 1], and a point is judged before it is
 * learnt.
 *
 * <p>Ahmad, Lavin, Purdy &amp; Agha 2017, Neurocomputing 262, section 4 (a short average against a
 * long distribution); Siffer et al. 2017, KDD (tail by extrapolation).
 */
@NullMarked
package dev.weir.score;

import org.jspecify.annotations.NullMarked;
