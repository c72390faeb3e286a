// SPDX-License-Identifier: Apache-2.0
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

/**
 * Evaluation of causes: trains a joint model of coupled hosts and counts the causes it identifies.
 */
public final class CauseEvaluation {

  private static final int POINTS_PER_WEEK = 7 * CoupledHosts.POINTS_PER_DAY;

  private final CoupledConfig hosts;
  private final TrainingOptions options;

  /**
   * @param hosts the generated hosts
   * @param options of training the joint model
   */
  public CauseEvaluation(CoupledConfig hosts, TrainingOptions options) {
    this.hosts = hosts;
    this.options = options;
  }

  /**
   * The evaluation of the evidence pages: 16 hosts with two weeks of history and four weeks of
   * stream, 128 anomalies.
   */
  public static CauseEvaluation product(long seed) {
    return new CauseEvaluation(
        new CoupledConfig(16, 2 * POINTS_PER_WEEK, 4 * POINTS_PER_WEEK, 8, seed),
        TrainingOptions.DEFAULTS
            .withName("hosts")
            .withFit(FitConfig.DEFAULT.withEpochs(15).withSeed(seed)));
  }

  /** Trains the joint model on the history, which has no anomalies. */
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
   * Runs a joint model, and a model of one feature over each feature with its share of the same
   * budget.
   */
  public CauseReport run(DetectorModel joint, DetectorModel single, DetectorConfig config) {
    LabelledStream stream = new CoupledHosts(hosts).stream();
    AlertBudget share =
        new AlertBudget(config.budget().alertsPerDay() / CoupledHosts.FEATURES.size());
    DetectorConfig each = new DetectorConfig(share, config.warmUpPoints(), config.quietPoints());
    return new CauseReport(
        hosts(stream, joint, config, OpenedAlert::ofJointModel),
        hosts(stream, single, each, OpenedAlert::ofSingleModel));
  }

  private List<HostOutcomes> hosts(
      LabelledStream stream,
      DetectorModel model,
      DetectorConfig config,
      BiFunction<Detector, RecordedSeries, List<OpenedAlert>> run) {
    return stream.series().stream()
        .map(
            series ->
                HostOutcomes.of(
                    series,
                    hosts.historyPoints(),
                    stream.labels(),
                    run.apply(new Detector(model, config), series)))
        .toList();
  }
}
