/**
 * The whole of Weir in one JVM, for the first ten minutes: broker, training, job, a labelled
 * stream, this machine's own metrics.
 *
 * <p>Input: nothing, or a folder of CSV files. Output: each alert as it happens, then how many of
 * the labelled anomalies were found and at how many false alarms. Invariant: nothing is staged; the
 * model is trained, published and run as anywhere else.
 */
@NullMarked
package dev.weir.cli.demo;

import org.jspecify.annotations.NullMarked;
