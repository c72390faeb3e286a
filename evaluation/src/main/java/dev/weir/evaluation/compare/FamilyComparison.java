// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.compare;

import dev.weir.artifact.ModelArtifact;
import dev.weir.detect.DetectorConfig;
import dev.weir.evaluation.figure.Bootstrap;
import dev.weir.evaluation.nab.NabCorpus;
import dev.weir.evaluation.nab.NabModelRun;
import dev.weir.evaluation.nab.NabReport;
import dev.weir.evaluation.nab.NabResult;
import dev.weir.evaluation.nab.NabRun;
import dev.weir.trainer.TrainingEnvironment;
import dev.weir.trainer.TrainingPipeline;
import dev.weir.trainer.TrainingResult;
import dev.weir.trainer.history.History;
import dev.weir.trainer.history.HistorySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Comparison that trains and measures variants of a model on the same history, one after the other.
 *
 * <p>Training time is CPU time of the fitting thread, so that the load of the machine favours no
 * variant.
 */
public final class FamilyComparison {

  private final HistorySource source;
  private final Optional<NabCorpus> corpus;
  private final TrainingEnvironment environment;
  private final Bootstrap bootstrap;

  /**
   * @param history source of the history, read once
   * @param corpus corpus of NAB, if the variants are to be scored on it
   * @param environment receives the progress of each fit
   * @param bootstrap for the standard errors of NAB scores
   * @throws IOException if the history can't be read
   */
  public FamilyComparison(
      HistorySource history,
      Optional<NabCorpus> corpus,
      TrainingEnvironment environment,
      Bootstrap bootstrap)
      throws IOException {
    History read = history.read();
    source = () -> read;
    this.corpus = corpus;
    this.environment =
        new TrainingEnvironment(
            environment.out(),
            environment.bar(),
            environment.meters(),
            new CpuClock(environment.clock().instant()));
    this.bootstrap = bootstrap;
  }

  /** Measures variants in the given order. */
  public List<MeasuredVariant> measure(List<Variant> variants) throws IOException {
    List<MeasuredVariant> measured = new ArrayList<>();
    for (Variant variant : variants) {
      environment.out().accept("== " + variant.label());
      measured.add(measure(variant));
    }
    return measured;
  }

  private MeasuredVariant measure(Variant variant) throws IOException {
    Path file = Files.createTempFile("weir-compare", ".weir");
    try {
      TrainingResult result =
          new TrainingPipeline(variant.options(), environment).run(source, file);
      ModelArtifact model = result.model();
      return new MeasuredVariant(
          variant.label(),
          model.architecture(),
          model.weights().parameters(),
          result.fit(),
          result.forecast(),
          nab(model),
          StepTime.of(model.model()),
          StepTime.bytesPerSeries(model.model()));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private List<NabResult> nab(ModelArtifact model) {
    return corpus
        .map(nab -> NabReport.of(nab, run(nab, model), bootstrap).optimised())
        .orElse(List.of());
  }

  private static NabRun run(NabCorpus nab, ModelArtifact model) {
    return NabModelRun.of(nab, model.model(), DetectorConfig.DEFAULT);
  }
}
