/**
 * Building blocks of all reports: figures with standard errors, and Markdown tables.
 *
 * <p>Input: one row per series. Output: {@link dev.weir.evaluation.figure.Figure} and Markdown
 * text. Invariant: the same rows and seed give the same standard errors.
 */
@NullMarked
package dev.weir.evaluation.figure;

import org.jspecify.annotations.NullMarked;
