package dev.weir.evaluation.cause;

import dev.weir.decision.AlertBudget;
import dev.weir.detect.Detector;
import dev.weir.detect.DetectorConfig;
import dev.weir.detect.DetectorModel;
import dev.weir.sandbox.synthetic.CoupledConfig;
import dev.weir.sandbox.synthetic.CoupledHosts;
import dev.weir.sandbox.synthetic.LabelledStream;
import dev.weir.series.RecordedSeries;
import dev.weir.trainer.TrainingEnvironment;
import dev.weir.trainer.TrainingOptions;
import dev.weir.trainer.TrainingPipeline;
import dev.weir.trainer.fit.FitConfig;
import dev.weir.trainer.history.HistorySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;

/** Trains a joint model of coupled hosts as users do, and lets it name causes. */
public final class CauseEvaluation {

  private static final int POINTS_PER_WEEK = 7 * CoupledHosts.POINTS_PER_DAY;

  private final CoupledConfig hosts;
  private final TrainingOptions options;

  /**
   * @param hosts what is generated
   * @param options what the joint model is trained with
   */
  public CauseEvaluation(CoupledConfig hosts, TrainingOptions options) {
    this.hosts = hosts;
    this.options = options;
  }

  /** The one that evidence is made with: 16 hosts of two weeks and four, 128 anomalies. */
  public static CauseEvaluation product(long seed) {
    return new CauseEvaluation(
        new CoupledConfig(16, 2 * POINTS_PER_WEEK, 4 * POINTS_PER_WEEK, 8, seed),
        TrainingOptions.DEFAULTS
            .withName("hosts")
            .withFit(FitConfig.DEFAULT.withEpochs(15).withSeed(seed)));
  }

  /** Trains the joint model on the clean history. */
  public DetectorModel train() throws IOException {
    Path file = Files.createTempFile("weir-causes", ".weir");
    try {
      return new TrainingPipeline(options, TrainingEnvironment.quiet())
          .run(HistorySource.generated(new CoupledHosts(hosts)::history), file)
          .model()
          .model();
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /**
   * Runs a joint model, and one of a single feature over each feature alone with its part of the
   * same budget.
   */
  public CauseReport run(DetectorModel joint, DetectorModel single, DetectorConfig config) {
    LabelledStream stream = new CoupledHosts(hosts).stream();
    AlertBudget part =
        new AlertBudget(config.budget().alertsPerDay() / CoupledHosts.FEATURES.size());
    DetectorConfig each = new DetectorConfig(part, config.warmUpPoints(), config.quietPoints());
    return new CauseReport(
        hosts(stream, joint, config, Opening::jointly),
        hosts(stream, single, each, Opening::alone));
  }

  private List<HostVerdicts> hosts(
      LabelledStream stream,
      DetectorModel model,
      DetectorConfig config,
      BiFunction<Detector, RecordedSeries, List<Opening>> run) {
    return stream.series().stream()
        .map(
            series ->
                HostVerdicts.of(
                    series,
                    hosts.historyPoints(),
                    stream.labels(),
                    run.apply(new Detector(model, config), series)))
        .toList();
  }
}
