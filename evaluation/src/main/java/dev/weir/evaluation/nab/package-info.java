/**
 * The Numenta Anomaly Benchmark (NAB).
 *
 * <p>Input: the corpus with its anomaly windows, and a score per row. Output: NAB scores and
 * VUS-PR, as tables. The official NAB score optimises one threshold on the whole corpus. Two more
 * are reported: with the thresholds that are best for the other categories, and with the threshold
 * that the detector itself uses. Invariant: the published NAB scores of three detectors are
 * reproduced to 0.05.
 *
 * <p>Lavin &amp; Ahmad 2015, "Evaluating real-time anomaly detection algorithms", arXiv:1510.03336,
 * sections II.B-D.
 */
@NullMarked
package dev.weir.evaluation.nab;

import org.jspecify.annotations.NullMarked;
