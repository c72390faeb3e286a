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

/** What is measured of a model on series of any kind. */
public final class ModelPages {

  /** Held-out time is the last 15 % of a series. */
  private static final SplitFractions SPLIT = new SplitFractions(0.7, 0.15);

  /** A shorter series leaves too little to be judged on. */
  private static final int FEWEST_POINTS = 200;

  private final DetectorModel model;
  private final Bootstrap bootstrap;

  /** Pages about this model. */
  public ModelPages(DetectorModel model, Bootstrap bootstrap) {
    this.model = model;
    this.bootstrap = bootstrap;
  }

  /** Precision, recall and delay of what a person is told. */
  public Page detection(List<LabelledSeries> series, DetectorConfig config) {
    DetectionReport report = DetectionReport.of(new Detector(model, config), series);
    String about =
        "What a person is told at the budget of "
            + String.format(Locale.ROOT, "%.3g", config.budget().alertsPerDay())
            + " alerts a series and day; nothing is optimised. Rows of probation (15 %, at most 750)"
            + " don't count.\n"
            + "An anomaly is found where a person is told of an incident in it (in NAB's windows, or"
            + " until 10 points behind labelled rows, which count as one anomaly where they lie that"
            + " near); an incident is true where it shares a row with one.\n"
            + "A model of one feature watches each feature of a series alone, with the budget for"
            + " each: a server machine here has 38. VUS-PR is that of the continuous score against the"
            + " labelled rows, the largest of all features; no slack.";
    return new Page(
        "detection.md",
        "Precision, recall and delay",
        about,
        report.summary(bootstrap),
        report.figures(bootstrap),
        report.rows());
  }

  /** Alerts opened in those asked for. */
  public Page budget(List<SeriesCorpus> corpora) {
    requireOneFeature();
    BudgetReport report = BudgetReport.of(model, corpora);
    String about =
        "Series without known anomalies (which doesn't mean without), behind their warm-up, and"
            + " generated ones: *generated* two of each kind of metric, *changing* with a level,"
            + " amplitude, phase or period that changes for good twice.\n"
            + "Asked: budget times judged points at the median interval. Standard errors by"
            + " bootstrap over series. Within 2x: counts from half to twice what was asked; beside"
            + " it the part that a detector with exactly the asked rate would reach by chance"
            + " (where less than one alert is asked, hardly any count is within 2x).\n"
            + "95 % interval: some rate within 2x lies in the exact Poisson interval of the count.";
    return new Page(
        "budget.md",
        "Alerts opened in those asked for",
        about,
        report.summary(bootstrap),
        report.figures(bootstrap),
        report.rowsBySeries());
  }

  /** Forecasts one step ahead on held-out time. */
  public Page forecast(List<SeriesCorpus> corpora) {
    requireOneFeature();
    List<SplitSeries> split = new ArrayList<>();
    for (SeriesCorpus corpus : corpora) {
      corpus.series().stream()
          .filter(series -> series.length() >= FEWEST_POINTS)
          .map(series -> SplitSeries.of(named(corpus, series), SPLIT))
          .forEach(split::add);
    }
    ForecastReport report = new ForecastEvaluation(model).evaluate(split);
    AccuracyTables tables = new AccuracyTables(report);
    String about =
        "One step ahead on the last 15 % of each series' time, mean over the "
            + report.comparable().size()
            + " series that moved, standard errors by bootstrap over series.\n"
            + "MASE: mean absolute error in that of persistence on the first 70 %. Log score: mean"
            + " logarithm of the predictive density, per ordinary step, in nats; higher is better."
            + " The model's is that of its own law ("
            + model.architecture().errorDistribution().label()
            + "); the others get Student's t with 4 degrees of freedom, scaled by the running mean"
            + " of their own last 200 errors. No scale is below a hundredth of an ordinary step.\n"
            + "AR(8) is fitted at every point by recursive least squares with a memory of 1000"
            + " points. Seasons are found on the first 70 % by autocorrelation.";
    return new Page(
        "forecast.md",
        "Forecasts one step ahead",
        about,
        tables.summary(bootstrap),
        tables.figures(bootstrap),
        tables.markdown());
  }

  /** Whether alerts name the feature that an anomaly was put into. */
  public Page causes(CauseEvaluation evaluation, DetectorConfig config) throws IOException {
    requireOneFeature();
    DetectorModel joint = evaluation.train();
    CauseReport report = evaluation.run(joint, model, config);
    String about =
        "Generated hosts of four coupled features: cpu, memory and latency follow a load, each in its"
            + " own way. A joint model of all four (`"
            + joint.id()
            + "`, "
            + joint.architecture()
            + ") is trained on their clean history and run over it and the stream behind it, into"
            + " which anomalies were put, each in one feature.\n"
            + "Found: an alert opens in the anomaly or until 10 points behind it. Named right: the"
            + " feature that contributes most to the record that opens the alert is the one changed."
            + " Standard errors by bootstrap over hosts.\n"
            + "Beside it the model named above, of one feature, over each feature alone with a quarter"
            + " of the budget each: the cause it names is the feature whose alert opens first.";
    return new Page(
        "causes.md",
        "Causes named right",
        about,
        report.summary(bootstrap),
        report.figures(bootstrap),
        report.rows());
  }

  private static RecordedSeries named(SeriesCorpus corpus, RecordedSeries series) {
    return new RecordedSeries(
        corpus.name() + "/" + series.name(), series.features(), series.times(), series.values());
  }

  private void requireOneFeature() {
    if (model.features().size() != 1) {
      throw new IllegalArgumentException(
          "budget, forecasts and causes are measured with a model of one feature: expected=1, found="
              + model.features().size());
    }
  }
}
