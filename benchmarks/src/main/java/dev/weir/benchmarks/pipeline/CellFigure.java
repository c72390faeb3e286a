// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.pipeline;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * One run of one cell, as it is written.
 *
 * @param cell its name
 * @param round 0 on
 * @param topicEvents events that its topic held
 * @param result what it gave
 */
record CellFigure(String cell, int round, long topicEvents, @JsonUnwrapped CellResult result) {}
