/**
 * Alerts kept to: series without known anomalies and a budget -> alerts opened in those asked for.
 *
 * <p>Counts are small, so whether a series keeps to its budget is also judged by the exact Poisson
 * interval of its count (Garwood 1936), and beside the part of series within a factor of two stands
 * the part that a detector would have which keeps to its budget perfectly, by chance alone.
 */
@NullMarked
package dev.weir.evaluation.budget;

import org.jspecify.annotations.NullMarked;
