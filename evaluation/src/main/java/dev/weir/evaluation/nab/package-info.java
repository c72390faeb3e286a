/**
 * The Numenta Anomaly Benchmark's scoring: corpus, windows and a detector's scores -> NAB scores.
 *
 * <p>Written from Lavin &amp; Ahmad 2015, "Evaluating real-time anomaly detection algorithms",
 * arXiv:1510.03336, sections II.B-D. A test reproduces the published scores of three detectors to
 * 0.05. Besides the official figure, whose threshold is optimised on the very corpus: thresholds
 * taken from the other categories, and a threshold given beforehand.
 */
@NullMarked
package dev.weir.evaluation.nab;

import org.jspecify.annotations.NullMarked;
