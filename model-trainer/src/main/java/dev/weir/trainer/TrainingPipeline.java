// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer;

import dev.weir.artifact.ModelArtifact;
import dev.weir.forecast.Architecture;
import dev.weir.score.Calibration;
import dev.weir.trainer.accuracy.ForecastEvaluation;
import dev.weir.trainer.accuracy.ForecastReport;
import dev.weir.trainer.calibrate.CohortCalibration;
import dev.weir.trainer.export.ModelExport;
import dev.weir.trainer.export.Provenance;
import dev.weir.trainer.fit.FitReport;
import dev.weir.trainer.fit.Fitter;
import dev.weir.trainer.fit.TrainingData;
import dev.weir.trainer.history.History;
import dev.weir.trainer.history.HistoryCounts;
import dev.weir.trainer.history.HistorySource;
import dev.weir.trainer.history.HistorySplit;
import dev.weir.trainer.history.SplitSeries;
import dev.weir.trainer.history.TrainableHistory;
import dev.weir.trainer.network.ForecastNetwork;
import dev.weir.trainer.window.ScaledSeries;
import dev.weir.trainer.window.SeriesSpan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Pipeline that trains a model: from history to artifact. */
public final class TrainingPipeline {

  private final TrainingOptions options;
  private final TrainingEnvironment environment;
  private final Optional<ModelArtifact> start;
  private final Optional<HistorySource> calibration;

  /** Creates a pipeline that starts from random weights. */
  public TrainingPipeline(TrainingOptions options, TrainingEnvironment environment) {
    this(options, environment, Optional.empty(), Optional.empty());
  }

  private TrainingPipeline(
      TrainingOptions options,
      TrainingEnvironment environment,
      Optional<ModelArtifact> start,
      Optional<HistorySource> calibration) {
    this.options = options;
    this.environment = environment;
    this.start = start;
    this.calibration = calibration;
  }

  /** Returns this pipeline, started from the weights of a model. */
  public TrainingPipeline from(ModelArtifact model) {
    return new TrainingPipeline(options, environment, Optional.of(model), calibration);
  }

  /** Returns this pipeline, calibrated on these series instead of the history. */
  public TrainingPipeline calibratedOn(HistorySource series) {
    return new TrainingPipeline(options, environment, start, Optional.of(series));
  }

  /**
   * Trains a model and writes it.
   *
   * @param source source of the history
   * @param file file of the artifact; replaced if it exists
   * @throws dev.weir.trainer.history.UntrainableException if the history can't be trained on, or if
   *     the file can't be written, which is checked first
   * @throws IOException if reading or writing fails
   */
  public TrainingResult run(HistorySource source, Path file) throws IOException {
    ModelTarget target = ModelTarget.of(file);
    History history = read(source);
    List<SplitSeries> split = split(history);
    TrainingData data = data(split);
    return tuned(history, data).train(history, split, data, target);
  }

  /** Returns this pipeline with the best options found by the search. */
  private TrainingPipeline tuned(History history, TrainingData data) {
    if (options.tune().configurations() == 0) {
      return this;
    }
    Tuning tuning =
        new Tuning(
            options,
            environment,
            configuration -> network(history, configuration),
            configuration -> data.withWindows(configuration.windows()));
    return new TrainingPipeline(tuning.best(), environment, start, calibration);
  }

  private TrainingResult train(
      History history, List<SplitSeries> split, TrainingData data, ModelTarget target)
      throws IOException {
    try (ForecastNetwork network = network(history, options)) {
      FitReport fit = fit(network, data.withWindows(options.windows()));
      ModelArtifact exported = export(network, history);
      ModelArtifact calibrated = exported.withCalibration(calibrate(exported, split));
      ForecastReport forecast = evaluate(calibrated, split);
      ModelArtifact measured = calibrated.withMetrics(metrics(fit, forecast));
      Path written = target.write(measured);
      return new TrainingResult(
          measured, written, history.counts(), history.warnings(), fit, forecast);
    }
  }

  private History read(HistorySource source) throws IOException {
    History history = TrainableHistory.of(source.read());
    HistoryCounts counts = history.counts();
    print(
        "%,d series, %,d points from %s (duplicates %,d, late %,d, missing %,d)",
        history.series().size(),
        history.points(),
        history.source(),
        counts.duplicates(),
        counts.late(),
        counts.missing());
    history.warnings().forEach(environment.out());
    return history;
  }

  private List<SplitSeries> split(History history) {
    SplitOptions parts = options.split();
    return HistorySplit.of(history, parts.holdOut(), parts.fractions(), options.fit().seed());
  }

  private ForecastNetwork network(History history, TrainingOptions configuration) {
    int features = history.series().get(0).features().size();
    Architecture architecture = configuration.network().architecture(features);
    start.ifPresent(model -> FineTuning.requireSameShape(model, architecture));
    ForecastNetwork network = new ForecastNetwork(architecture, configuration.fit().network());
    start.ifPresent(model -> network.load(model.weights()));
    return network;
  }

  private TrainingData data(List<SplitSeries> split) {
    List<SeriesSpan> training = new ArrayList<>();
    List<SeriesSpan> validation = new ArrayList<>();
    for (SplitSeries series : split) {
      ScaledSeries scaled = ScaledSeries.of(series.series());
      training.add(new SeriesSpan(scaled, 0, series.trainingTo()));
      validation.add(new SeriesSpan(scaled, series.trainingTo(), series.validationTo()));
    }
    return new TrainingData(training, validation, options.windows());
  }

  private FitReport fit(ForecastNetwork network, TrainingData data) {
    FitReport report =
        new Fitter(options.fit(), environment.listener(), environment.clock()).fit(network, data);
    print(
        "fitted in %.1f s, %d passes, %,.0f points/s; best pass: %d; batches skipped: %d",
        report.seconds(),
        report.epochs().size(),
        report.pointsPerSecond(),
        report.bestEpoch(),
        report.skipped());
    report.gradients().lines().forEach(environment.out());
    if (report.bestEpoch() == 0) {
      print(
          start.isPresent()
              ? "no pass had a lower validation loss than the start model: its weights are kept"
              : "no pass had a finite validation loss: the model is untrained and forecasts the last value");
    }
    return report;
  }

  private ModelArtifact export(ForecastNetwork network, History history) {
    Map<String, String> described = new TreeMap<>(options.describe());
    start.ifPresent(model -> described.put("from", model.id()));
    Provenance provenance = new Provenance(history, described, environment.clock().instant());
    return ModelExport.export(network, options.name(), provenance);
  }

  private Calibration calibrate(ModelArtifact exported, List<SplitSeries> split)
      throws IOException {
    List<SplitSeries> series =
        calibration.isPresent() ? SplitSeries.heldOut(calibration.get().read()) : split;
    Calibration measured =
        CohortCalibration.measure(exported.model(), series, options.split().calibrateOn());
    print("calibrated on %,d points", measured.points());
    return measured;
  }

  private ForecastReport evaluate(ModelArtifact calibrated, List<SplitSeries> split) {
    ForecastReport report = new ForecastEvaluation(calibrated.model()).evaluate(split);
    report.text().lines().forEach(environment.out());
    return report;
  }

  private static Map<String, Double> metrics(FitReport fit, ForecastReport forecast) {
    Map<String, Double> metrics = new TreeMap<>(forecast.metrics());
    metrics.put("fit.epochs", (double) fit.epochs().size());
    metrics.put("fit.bestEpoch", (double) fit.bestEpoch());
    metrics.put("fit.batchesSkipped", (double) fit.skipped());
    metrics.put("fit.seconds", fit.seconds());
    metrics.put("fit.pointsPerSecond", fit.pointsPerSecond());
    if (Double.isFinite(fit.bestLoss())) {
      metrics.put("fit.validationLoss", fit.bestLoss());
    }
    return metrics;
  }

  private void print(String format, Object... values) {
    environment.out().accept(String.format(Locale.ROOT, format, values));
  }
}
