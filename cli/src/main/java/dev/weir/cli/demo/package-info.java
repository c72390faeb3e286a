/**
 * The demo: broker, training, job and a replay with known anomalies in one JVM.
 *
 * <p>Input: generated series or a folder of CSV files, and this machine's metrics. Output: each
 * alert when it is committed, then recall and false alarms. Invariant: the model is trained,
 * published and run by the same code as in production.
 */
@NullMarked
package dev.weir.cli.demo;

import org.jspecify.annotations.NullMarked;
