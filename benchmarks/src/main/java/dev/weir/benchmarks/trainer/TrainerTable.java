package dev.weir.benchmarks.trainer;

import dev.weir.benchmarks.Spread;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The figures as Markdown: medians with smallest and largest, then the ratio beside its limit. */
final class TrainerTable {

  private static final double LEAST_RATIO = 2;

  private TrainerTable() {}

  static String of(TrainerSize size, List<TrainerFigure> figures) {
    StringBuilder text = new StringBuilder(512);
    text.append(
        String.format(
            Locale.ROOT,
            "LSTM of hidden %d, %d series of %d points, %d passes. DJL: batches of 32 windows of %d,"
                + " learning rate %s; Weir: windows of %d, %d series side by side, learning rate"
                + " %s.%n%n",
            TrainerTask.SHAPE.hidden(),
            size.series(),
            size.points(),
            size.passes(),
            TrainerTask.WINDOW,
            DjlLoop.LEARNING_RATE,
            size.window(),
            size.lanes(),
            size.learningRate()));
    text.append("| loop | what | median | min | max |\n|---|---|---:|---:|---:|\n");
    for (Loop loop : Loop.values()) {
      row(
          text,
          loop,
          "points/s of one core",
          "%,.0f",
          of(loop, figures, TrainerFigure::pointsPerCore));
      row(text, loop, "MASE, held out", "%.4f", of(loop, figures, TrainerFigure::mase));
      row(
          text,
          loop,
          "negative log-likelihood, held out",
          "%.4f",
          of(loop, figures, TrainerFigure::negativeLogLikelihood));
    }
    text.append(
        String.format(
            Locale.ROOT,
            "%nPoints/s, Weir / DJL, ratio of medians: %.2f (limit: at least %.0f).%n",
            ratio(figures),
            LEAST_RATIO));
    return text.toString();
  }

  static double ratio(List<TrainerFigure> figures) {
    return of(Loop.WEIR, figures, TrainerFigure::pointsPerCore).median()
        / of(Loop.DJL, figures, TrainerFigure::pointsPerCore).median();
  }

  private static Spread of(
      Loop loop, List<TrainerFigure> figures, ToDoubleFunction<TrainerFigure> value) {
    return Spread.of(
        figures.stream().filter(figure -> figure.loop() == loop).mapToDouble(value).toArray());
  }

  private static void row(
      StringBuilder text, Loop loop, String what, String format, Spread spread) {
    text.append("| ").append(loop).append(" | ").append(what);
    for (double value : List.of(spread.median(), spread.smallest(), spread.largest())) {
      text.append(" | ").append(String.format(Locale.ROOT, format, value));
    }
    text.append(" |\n");
  }
}
