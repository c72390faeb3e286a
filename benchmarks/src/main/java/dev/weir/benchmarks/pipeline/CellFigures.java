// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.pipeline;

import dev.weir.benchmarks.Spread;
import dev.weir.job.metrics.JobMetrics;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Figures of all runs of one cell.
 *
 * @param cell what was measured
 * @param figures in the order measured, at least one
 */
record CellFigures(PipelineCell cell, List<CellFigure> figures) {

  /** The runs of each cell, in the order in which the cells first came. */
  static List<CellFigures> of(List<CellFigure> figures) {
    return figures.stream()
        .map(CellFigure::cell)
        .distinct()
        .map(name -> new CellFigures(PipelineCell.parse(name), figuresOf(name, figures)))
        .toList();
  }

  private static List<CellFigure> figuresOf(String cell, List<CellFigure> figures) {
    return figures.stream().filter(figure -> figure.cell().equals(cell)).toList();
  }

  /** Events of each series in the topic. */
  long eventsPerSeries() {
    return figures.get(0).topicEvents() / cell.keys();
  }

  /** Median, smallest and largest of a value over the runs. */
  Spread spread(ToDoubleFunction<CellResult> value) {
    return Spread.of(figures.stream().map(CellFigure::result).mapToDouble(value).toArray());
  }

  /** Events per second and fully used core. */
  Spread perCore() {
    return spread(run -> run.usage().perCore());
  }

  /** Bytes of an event in its topic's log, key and framing too. */
  double bytesOfEvent() {
    return spread(run -> share(run, CellResult.EVENTS_LOG, events(run))).median();
  }

  private static long events(CellResult run) {
    return run.counts().getOrDefault(JobMetrics.EVENTS, 0L);
  }

  /** Bytes of an alert in its topic's log, its share of framing too. */
  double bytesOfAlert() {
    return spread(run -> share(run, CellResult.ALERTS_LOG, run.alerts())).median();
  }

  /** 0 where it was not taken. */
  private static double share(CellResult run, String size, long count) {
    return count == 0 ? 0 : (double) run.sizes().getOrDefault(size, 0L) / count;
  }

  /** A size in bytes a series; 0 where it was not taken. */
  double bytesOfSeries(String size) {
    return spread(run -> run.sizes().getOrDefault(size, 0L)).median() / cell.keys();
  }
}
