// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.pipeline;

import dev.weir.benchmarks.Spread;
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

/** Events per second and core over the number of series: a line for each kind and slots. */
final class PipelinePlot {

  private static final int WIDTH = 900;
  private static final int HEIGHT = 520;

  private PipelinePlot() {}

  /**
   * @param file an SVG, made or replaced
   */
  static void write(List<CellFigures> cells, Path file) throws IOException {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title("Events a second and core: medians; a bar: its farthest run, to either side")
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
    return cell.cell().kind().label() + ", slots: " + cell.cell().slots();
  }

  /** The bars reach as far as the farther of smallest and largest. */
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
        points.stream().map(CellFigures::perCore).mapToDouble(PipelinePlot::farther).toArray());
  }

  private static double farther(Spread spread) {
    return Math.max(spread.median() - spread.smallest(), spread.largest() - spread.median());
  }
}
