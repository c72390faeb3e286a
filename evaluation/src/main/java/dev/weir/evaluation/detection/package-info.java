/**
 * Detection of labelled anomalies: precision, recall, F1 and delay.
 *
 * <p>Input: labelled series and a detector with its own alert budget. Output: precision over
 * incidents, recall over anomalies, F1, delay in points, VUS-PR. Invariants: no threshold is
 * optimised, the alerts of the detector count as they are; unlike in NAB there are no weights, an
 * anomaly is found or not, an incident is true or not.
 */
@NullMarked
package dev.weir.evaluation.detection;

import org.jspecify.annotations.NullMarked;
