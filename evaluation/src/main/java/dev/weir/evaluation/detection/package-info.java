/**
 * Events found: labelled series and the alerts a detector opened at its own budget -> precision by
 * incidents, recall by anomalies, F1 and delay in points.
 *
 * <p>Nothing is optimised: what counts is what a person would have been told. Unlike NAB's score it
 * doesn't weigh: an anomaly is found or not, an incident is about one or not.
 */
@NullMarked
package dev.weir.evaluation.detection;

import org.jspecify.annotations.NullMarked;
