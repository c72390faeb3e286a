/**
 * Every kind of cell, and options of training, side by side: one history and one time budget each
 * -> forecast error, NAB, gradients' way back, time a step, bytes a key, as Markdown.
 *
 * <p>Invariants: everything but what is compared is the same in every row; what is measured is what
 * the artifact does in the core, not the network in DJL.
 */
@NullMarked
package dev.weir.evaluation.compare;

import org.jspecify.annotations.NullMarked;
