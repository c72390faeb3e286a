/**
 * The demo: broker, training, job, a labelled stream and the metrics of this machine in one JVM.
 *
 * <p>Input: nothing, or a folder of CSV files. Output: each alert when it is published, then the
 * recall and the false alarms. Invariant: the model is trained, published and run by the same code
 * as in production.
 */
@NullMarked
package dev.weir.cli.demo;

import org.jspecify.annotations.NullMarked;
