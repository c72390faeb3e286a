// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.weir.benchmarks.cell.CellResult;

/**
 * One run of a cell, as written to {@code pipeline.json}.
 *
 * @param cell name of the cell
 * @param round 0 or more
 * @param topicEvents number of events in the topic
 * @param result result of the run
 */
public record CellFigure(
    String cell, int round, long topicEvents, @JsonUnwrapped CellResult result) {}
