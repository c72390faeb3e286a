// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.detect;

import dev.weir.detect.ScoredPoint;

/**
 * A scored point with its series and model: the output of the detect operator.
 *
 * @param series name of the series
 * @param model id of the model that scored the point
 * @param scored the point, its score and its alert
 */
public record ScoredEvent(String series, String model, ScoredPoint scored) {}
