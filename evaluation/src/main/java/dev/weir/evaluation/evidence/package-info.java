/**
 * Pages of evidence: everything that is measured of a model, each with its command, seed, summary
 * and every series' row, as Markdown.
 *
 * <p>Invariant: a page names no place on the machine it was made on, and the same model, data and
 * seed make the same page.
 */
@NullMarked
package dev.weir.evaluation.evidence;

import org.jspecify.annotations.NullMarked;
