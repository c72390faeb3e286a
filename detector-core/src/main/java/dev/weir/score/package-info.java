/**
 * Stage 4, score: a point and its forecast errors -> surprise -> rate.
 *
 * <p>{@link dev.weir.score.FeatureScorer} compares a feature with its own history by several {@link
 * dev.weir.score.Signal}s, and averages their tail probabilities into the surprise of the feature.
 * {@link dev.weir.score.PointScorer} combines the features into the surprise of the point. {@link
 * dev.weir.score.Calibration} has the rate of incidents per point with at least this surprise in
 * the cohort, which is compared with the alert budget.
 *
 * <p>Input: an {@link dev.weir.series.Observation}, its scaled inputs {@code [2 * feature]} and its
 * forecast errors {@code [feature]}. Output: a {@link dev.weir.score.Surprise} in decades, 0 or
 * more; a rate in (0, 1]; a score in (0, 1). Invariants: a point is scored before the state is
 * updated with it; a score depends on no later point, nor on the length or labels of the series.
 *
 * <p>Siffer et al. 2017, KDD, and Coles 2001, chapters 3-5 (block maxima, peaks over threshold);
 * Vovk &amp; Wang 2020, Biometrika 107 (averages of p-values); Carpenter, Grossberg &amp; Rosen
 * 1991 (novelty by distance from prototypes).
 */
@NullMarked
package dev.weir.score;

import org.jspecify.annotations.NullMarked;
