// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer;

import dev.weir.trainer.fit.FitConfig;
import dev.weir.trainer.fit.FitListener;
import dev.weir.trainer.fit.FitReport;
import dev.weir.trainer.fit.Fitter;
import dev.weir.trainer.fit.TrainingData;
import dev.weir.trainer.network.ForecastNetwork;
import dev.weir.trainer.tune.Rung;
import dev.weir.trainer.tune.SuccessiveHalving;
import dev.weir.trainer.tune.Trial;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Search of options before a fit, with output for each rung. */
final class Tuning {

  private final TrainingOptions options;
  private final TrainingEnvironment environment;
  private final Function<TrainingOptions, ForecastNetwork> networks;
  private final Function<TrainingOptions, TrainingData> data;

  /**
   * @param networks creates the network of a configuration
   * @param data returns the data of a configuration; all are evaluated on the same points
   */
  Tuning(
      TrainingOptions options,
      TrainingEnvironment environment,
      Function<TrainingOptions, ForecastNetwork> networks,
      Function<TrainingOptions, TrainingData> data) {
    this.options = options;
    this.environment = environment;
    this.networks = networks;
    this.data = data;
  }

  /** Returns the options with the lowest validation loss. */
  TrainingOptions best() {
    List<TrainingOptions> tried = new SearchSpace(options).draw(options.tune().configurations());
    TrainingOptions best =
        new SuccessiveHalving<TrainingOptions>(this::attempt, this::print).best(tried);
    print("the best of %d: %s; now the whole fit", tried.size(), describe(best));
    return best;
  }

  private Trial<TrainingOptions> attempt(TrainingOptions configuration, Rung rung) {
    TrainingOptions shortened = shortened(configuration, rung.part());
    try (ForecastNetwork network = networks.apply(shortened)) {
      FitReport report =
          new Fitter(shortened.fit(), FitListener.NONE, environment.clock())
              .fit(network, data.apply(shortened));
      print(
          "  rung %d/%d, %d passes: %s: held-out loss %.4f (%.1f s)",
          rung.number(),
          rung.of(),
          shortened.fit().epochs(),
          describe(configuration),
          report.bestLoss(),
          report.seconds());
      return new Trial<>(configuration, report.bestLoss(), report.seconds());
    }
  }

  private static TrainingOptions shortened(TrainingOptions configuration, double part) {
    FitConfig full = configuration.fit();
    int seconds = full.secondsLimit();
    return configuration.withFit(
        full.withEpochs(scaled(full.epochs(), part))
            .withSecondsLimit(seconds == 0 ? 0 : scaled(seconds, part)));
  }

  private static int scaled(int whole, double part) {
    return Math.max(1, (int) Math.round(whole * part));
  }

  private void print(Rung rung, List<Trial<TrainingOptions>> trials) {
    print("rung %d/%d, best first:", rung.number(), rung.of());
    print(
        "  %-14s %6s %6s %13s %13s %8s", "cell", "hidden", "window", "learning-rate", "loss", "s");
    for (Trial<TrainingOptions> trial : trials) {
      NetworkOptions shape = trial.configuration().network();
      print(
          "  %-14s %6d %6d %13s %13.4f %8.1f",
          shape.cell(),
          shape.hidden(),
          trial.configuration().windows().window(),
          rate(trial.configuration()),
          trial.loss(),
          trial.seconds());
    }
  }

  private static String describe(TrainingOptions configuration) {
    return String.format(
        Locale.ROOT,
        "%s hidden=%d window=%d learning-rate=%s",
        configuration.network().cell(),
        configuration.network().hidden(),
        configuration.windows().window(),
        rate(configuration));
  }

  private static String rate(TrainingOptions configuration) {
    return String.format(Locale.ROOT, "%.2g", configuration.fit().learningRate());
  }

  private void print(String format, Object... values) {
    environment.out().accept(String.format(Locale.ROOT, format, values));
  }
}
