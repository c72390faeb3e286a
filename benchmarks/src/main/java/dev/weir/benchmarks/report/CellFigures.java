// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.report;

import dev.weir.benchmarks.cell.CellResult;
import dev.weir.benchmarks.cell.PipelineCell;
import dev.weir.job.metrics.JobMetrics;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * All runs of one cell.
 *
 * @param cell the cell
 * @param figures one or more, in the order of the runs
 */
public record CellFigures(PipelineCell cell, List<CellFigure> figures) {

  /** Groups runs by cell, in the order of the first run of each cell. */
  public static List<CellFigures> of(List<CellFigure> figures) {
    return figures.stream()
        .map(CellFigure::cell)
        .distinct()
        .map(name -> new CellFigures(PipelineCell.parse(name), figuresOf(name, figures)))
        .toList();
  }

  private static List<CellFigure> figuresOf(String cell, List<CellFigure> figures) {
    return figures.stream().filter(figure -> figure.cell().equals(cell)).toList();
  }

  /** Events per series in the topic. */
  long eventsPerSeries() {
    return figures.get(0).topicEvents() / cell.keys();
  }

  /** Median, minimum and maximum of a value over the runs. */
  Spread spread(ToDoubleFunction<CellResult> value) {
    return Spread.of(figures.stream().map(CellFigure::result).mapToDouble(value).toArray());
  }

  /** Events per CPU second. */
  Spread perCore() {
    return spread(run -> run.usage().perCore());
  }

  /** Bytes per event in the topic, including key and framing. */
  double bytesPerEvent() {
    return spread(run -> bytesPer(run, CellResult.EVENTS_LOG, events(run))).median();
  }

  private static long events(CellResult run) {
    return run.counts().getOrDefault(JobMetrics.EVENTS, 0L);
  }

  /** Bytes per alert in the topic, including framing. */
  double bytesPerAlert() {
    return spread(run -> bytesPer(run, CellResult.ALERTS_LOG, run.alerts())).median();
  }

  /** 0 if it was not measured. */
  private static double bytesPer(CellResult run, String size, long count) {
    return count == 0 ? 0 : (double) run.sizes().getOrDefault(size, 0L) / count;
  }

  /** Bytes per series; 0 if the size was not measured. */
  double bytesPerSeries(String size) {
    return spread(run -> run.sizes().getOrDefault(size, 0L)).median() / cell.keys();
  }
}
