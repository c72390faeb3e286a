// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.theme.MatlabTheme;

/**
 * Plot of events per second and core over the number of series, with a line per workload and slots.
 */
public final class PipelinePlot {

  private static final int WIDTH = 900;
  private static final int HEIGHT = 520;

  private PipelinePlot() {}

  /**
   * Writes the plot.
   *
   * @param file SVG, replaced if it exists
   */
  public static void write(List<CellFigures> cells, Path file) throws IOException {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title("Events per second and core: median; error bar: largest deviation of a run")
            .xAxisTitle("series")
            .yAxisTitle("events / s / core")
            .build();
    chart.getStyler().setTheme(new MatlabTheme());
    chart.getStyler().setXAxisLogarithmic(true);
    chart.getStyler().setYAxisLogarithmic(true);
    chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
    lines(cells).forEach(line -> add(chart, line, cells));
    VectorGraphicsEncoder.saveVectorGraphic(chart, file.toString(), VectorGraphicsFormat.SVG);
  }

  private static List<String> lines(List<CellFigures> cells) {
    return cells.stream().map(PipelinePlot::line).distinct().toList();
  }

  private static String line(CellFigures cell) {
    return cell.cell().workload().label() + ", slots: " + cell.cell().slots();
  }

  /** An error bar is as long as the larger deviation of minimum and maximum. */
  private static void add(XYChart chart, String line, List<CellFigures> cells) {
    List<CellFigures> points =
        cells.stream()
            .filter(cell -> line(cell).equals(line))
            .sorted(Comparator.comparingInt(cell -> cell.cell().keys()))
            .toList();
    chart.addSeries(
        line,
        points.stream().mapToDouble(point -> point.cell().keys()).toArray(),
        points.stream().mapToDouble(point -> point.perCore().median()).toArray(),
        points.stream().map(CellFigures::perCore).mapToDouble(PipelinePlot::deviation).toArray());
  }

  private static double deviation(Spread spread) {
    return Math.max(spread.median() - spread.min(), spread.max() - spread.median());
  }
}
