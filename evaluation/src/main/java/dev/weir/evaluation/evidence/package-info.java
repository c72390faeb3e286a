/**
 * Evidence pages: one Markdown page per measure, and a list of all figures.
 *
 * <p>Input: a model, data and a seed. Output: pages with the command, the seed, a summary and one
 * row per series. Invariants: the same model, data and seed give the same page; a page contains no
 * path of the machine that it was made on.
 */
@NullMarked
package dev.weir.evaluation.evidence;

import org.jspecify.annotations.NullMarked;
