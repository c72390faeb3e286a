// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.evidence;

import dev.weir.detect.Detector;
import dev.weir.detect.DetectorConfig;
import dev.weir.detect.DetectorModel;
import dev.weir.evaluation.accuracy.AccuracyTables;
import dev.weir.evaluation.budget.BudgetReport;
import dev.weir.evaluation.cause.CauseEvaluation;
import dev.weir.evaluation.cause.CauseReport;
import dev.weir.evaluation.corpus.SeriesCorpus;
import dev.weir.evaluation.detection.DetectionReport;
import dev.weir.evaluation.detection.LabelledSeries;
import dev.weir.evaluation.figure.Bootstrap;
import dev.weir.series.RecordedSeries;
import dev.weir.trainer.accuracy.ForecastEvaluation;
import dev.weir.trainer.accuracy.ForecastReport;
import dev.weir.trainer.history.SplitFractions;
import dev.weir.trainer.history.SplitSeries;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Evidence pages of a model: detection, alert budget, forecasts and causes. */
public final class ModelPages {

  private static final String DETECTION =
      """
      Alerts at the budget of %.3g alerts per series and day; no threshold is optimised. Rows in
      probation (15 %%, at most 750) don't count.

      An anomaly is found if an alert is opened or updated in it: inside a window of NAB, or up to
      10 points after labelled rows. Labelled rows that are closer than that are one anomaly. An
      incident is true if it shares a row with an anomaly.

      A model of one feature runs over each feature of a series separately, with the whole budget
      for each (a server machine has 38 features). VUS-PR is that of the continuous score, the
      largest of all features, against the labelled rows without slack.""";

  private static final String BUDGET =
      """
      Series without known anomalies (they may have unknown ones), after their warm-up, and
      generated series: *generated* has two of each kind of metric; in *changing*, the level,
      amplitude, phase or period changes permanently, twice per series.

      *budgeted*: the budget times the scored points at their median interval. Standard errors by
      bootstrap over series. *within 2x*: the series whose count is between half and twice the
      number budgeted. *by chance*: the fraction that a detector with exactly the budgeted rate
      would reach (if less than one alert is budgeted, hardly any count is within 2x). *95 %
      interval*: the exact Poisson interval of the count contains a value within 2x.""";

  private static final String FORECAST =
      """
      One step ahead on the last 15 %% of each series' time, mean over the %d series that are not
      constant; standard errors by bootstrap over series.

      MASE: mean absolute error, divided by that of persistence on the first 70 %%. Log score: mean
      logarithm of the predictive density, per typical step, in nats; higher is better. The model
      uses its own error distribution (%s), the others use Student's t with 4 degrees of freedom,
      scaled by the running mean of their own last 200 errors. No scale is below a hundredth of a
      typical step.

      AR(8) is fitted at every point by recursive least squares with a memory of 1000 points.
      Seasons are found on the first 70 %% by autocorrelation.""";

  private static final String CAUSES =
      """
      Generated hosts with four coupled features: cpu, memory and latency depend on the load, each
      in a different way. A joint model of all four (`%s`, %s) is
      trained on a history without anomalies. It runs over the history and the stream after it, in
      which each anomaly is injected into one feature.

      *found*: an alert is opened in the anomaly or up to 10 points after it. *identified*: the
      feature with the largest contribution to the opened alert is the injected one. Standard errors
      by bootstrap over hosts.

      *one per feature*: the model named above, of one feature, runs over each feature separately
      with a quarter of the budget; the cause is the feature whose alert opens first.""";

  /** The last 15 % of a series are held out. */
  private static final SplitFractions SPLIT = new SplitFractions(0.7, 0.15);

  /** Minimum number of points of a series for evaluating forecasts. */
  private static final int MIN_POINTS = 200;

  private final DetectorModel model;
  private final Bootstrap bootstrap;

  /** Creates the pages of a model. */
  public ModelPages(DetectorModel model, Bootstrap bootstrap) {
    this.model = model;
    this.bootstrap = bootstrap;
  }

  /** Page of precision, recall and delay of the alerts. */
  public Page detection(List<LabelledSeries> series, DetectorConfig config) {
    DetectionReport report = DetectionReport.of(new Detector(model, config), series);
    return new Page(
        "detection.md",
        "Precision, recall and delay",
        String.format(Locale.ROOT, DETECTION, config.budget().alertsPerDay()),
        report.summary(bootstrap),
        report.figures(bootstrap),
        report.rows());
  }

  /**
   * Page of the alerts opened per alert budgeted.
   *
   * @throws IllegalArgumentException if the model has several features
   */
  public Page budget(List<SeriesCorpus> corpora) {
    requireOneFeature();
    BudgetReport report = BudgetReport.of(model, corpora);
    return new Page(
        "budget.md",
        "Alerts opened and budgeted",
        BUDGET,
        report.summary(bootstrap),
        report.figures(bootstrap),
        report.rowsBySeries());
  }

  /**
   * Page of forecasts one step ahead on held-out time.
   *
   * @throws IllegalArgumentException if the model has several features
   */
  public Page forecast(List<SeriesCorpus> corpora) {
    requireOneFeature();
    ForecastReport report = new ForecastEvaluation(model).evaluate(split(corpora));
    AccuracyTables tables = new AccuracyTables(report);
    return new Page(
        "forecast.md",
        "Forecasts one step ahead",
        FORECAST.formatted(
            report.comparable().size(), model.architecture().errorDistribution().label()),
        tables.summary(bootstrap),
        tables.figures(bootstrap),
        tables.rows());
  }

  private static List<SplitSeries> split(List<SeriesCorpus> corpora) {
    List<SplitSeries> split = new ArrayList<>();
    for (SeriesCorpus corpus : corpora) {
      corpus.series().stream()
          .filter(series -> series.length() >= MIN_POINTS)
          .map(series -> SplitSeries.of(named(corpus, series), SPLIT))
          .forEach(split::add);
    }
    return split;
  }

  private static RecordedSeries named(SeriesCorpus corpus, RecordedSeries series) {
    return new RecordedSeries(
        corpus.name() + "/" + series.name(), series.features(), series.times(), series.values());
  }

  /**
   * Page of the causes that alerts identify.
   *
   * @param evaluation trains the joint model that is compared with this model
   * @throws IllegalArgumentException if this model has several features
   */
  public Page causes(CauseEvaluation evaluation, DetectorConfig config) throws IOException {
    requireOneFeature();
    DetectorModel joint = evaluation.train();
    CauseReport report = evaluation.run(joint, model, config);
    return new Page(
        "causes.md",
        "Causes identified",
        CAUSES.formatted(joint.id(), joint.architecture()),
        report.summary(bootstrap),
        report.figures(bootstrap),
        report.rows());
  }

  private void requireOneFeature() {
    if (model.features().size() != 1) {
      throw new IllegalArgumentException(
          "budget, forecasts and causes need a model of one feature: expected=1, found="
              + model.features().size());
    }
  }
}
