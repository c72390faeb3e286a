/**
 * Stage 4, score: a point and its forecast error -> surprise -> rate.
 *
 * <p>{@link dev.weir.score.FeatureScorer} looks at each feature in several ways, each against that
 * feature's own past: is the recent course like none before, is the forecast wrong, is the level
 * wrong for the time of day, has it gone calm, is the value beyond all that was seen. Each {@link
 * dev.weir.score.Signal} gives a tail probability, their generalised mean is the feature's surprise
 * in decades. {@link dev.weir.score.Calibration} says how often so much surprise came up per point
 * in a cohort, counted in incidents, and that rate is what budgets are compared with.
 *
 * <p>Invariants: a surprise is 0 or more, a rate lies in (0, 1], a score in (0, 1); a point is
 * judged before it is learnt; nothing of a series' later values, length or labels enters.
 *
 * <p>Siffer et al. 2017, KDD, and Coles 2001, chapters 3-5 (block maxima, peaks over threshold);
 * Vovk &amp; Wang 2020, Biometrika 107 (averages of p-values); Carpenter, Grossberg &amp; Rosen
 * 1991 (novelty by distance from prototypes).
 */
@NullMarked
package dev.weir.score;

import org.jspecify.annotations.NullMarked;
