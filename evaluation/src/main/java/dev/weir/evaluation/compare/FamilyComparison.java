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
 * Trains and measures variants, one after the other, on the same history. Time is CPU time of the
 * one thread that fits, so that a busy machine favours none.
 */
public final class FamilyComparison {

  private final HistorySource source;
  private final Optional<NabCorpus> corpus;
  private final TrainingEnvironment environment;
  private final Bootstrap bootstrap;

  /**
   * @param history read once
   * @param corpus the benchmark to score on, if any
   * @param environment told how each fit goes
   * @param bootstrap of the benchmark's standard errors
   * @throws IOException where the history can't be read
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

  /** Measures them in this order. */
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
          StepTime.bytesPerKey(model.model()));
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
