/**
 * Volume under the surface of the range-based precision-recall curve (VUS-PR): a measure of a
 * continuous score that needs no threshold.
 *
 * <p>Input: labels and a score per row of a series. Output: one number per series, 0 to 1.
 * Invariant: the published scores of Numenta's HTM (0.269) and Random Cut Forest (0.247) over the
 * 52 files of NAB that have a window after their probation are reproduced (0.2687 and 0.2475).
 *
 * <p>Paparrizos, Boniol, Palpanas, Tsay, Elmore &amp; Franklin 2022, "Volume Under the Surface",
 * PVLDB 15(11), sections 4 and 5. Details that the paper leaves open are chosen so that the
 * published scores are reproduced.
 */
@NullMarked
package dev.weir.evaluation.vus;

import org.jspecify.annotations.NullMarked;
