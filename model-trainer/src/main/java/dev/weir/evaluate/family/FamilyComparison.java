package dev.weir.evaluate.family;

import dev.weir.artifact.ModelArtifact;
import dev.weir.detect.DetectorConfig;
import dev.weir.evaluate.Bootstrap;
import dev.weir.evaluate.nab.NabCorpus;
import dev.weir.evaluate.nab.NabModelRun;
import dev.weir.evaluate.nab.NabReport;
import dev.weir.evaluate.nab.NabResult;
import dev.weir.evaluate.nab.NabRun;
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
  public List<Measured> measure(List<Variant> variants) throws IOException {
    List<Measured> measured = new ArrayList<>();
    for (Variant variant : variants) {
      environment.out().accept("== " + variant.label());
      measured.add(measure(variant));
    }
    return measured;
  }

  private Measured measure(Variant variant) throws IOException {
    Path file = Files.createTempFile("weir-compare", ".weir");
    try {
      TrainingResult result =
          new TrainingPipeline(variant.options(), environment).run(source, file);
      ModelArtifact model = result.model();
      return new Measured(
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
