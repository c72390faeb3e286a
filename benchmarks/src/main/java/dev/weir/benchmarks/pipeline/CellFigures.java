package dev.weir.benchmarks.pipeline;

import dev.weir.benchmarks.Spread;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * All runs of one cell.
 *
 * @param cell what was measured
 * @param runs in the order measured, at least one
 */
record CellFigures(Cell cell, List<CellResult> runs) {

  /** The runs of each cell, in the order in which the cells first came. */
  static List<CellFigures> of(List<Figure> figures) {
    return figures.stream()
        .map(Figure::cell)
        .distinct()
        .map(name -> new CellFigures(Cell.parse(name), runs(name, figures)))
        .toList();
  }

  private static List<CellResult> runs(String cell, List<Figure> figures) {
    return figures.stream()
        .filter(figure -> figure.cell().equals(cell))
        .map(Figure::result)
        .toList();
  }

  /** Median, smallest and largest of something over the runs. */
  Spread spread(ToDoubleFunction<CellResult> value) {
    return Spread.of(runs.stream().mapToDouble(value).toArray());
  }

  /** Events per second and fully used core. */
  Spread perCore() {
    return spread(run -> run.usage().perCore());
  }

  /** A size in bytes a series; 0 where it was not taken. */
  double bytesOfSeries(String size) {
    return spread(run -> run.sizes().getOrDefault(size, 0L)).median() / cell.keys();
  }
}
