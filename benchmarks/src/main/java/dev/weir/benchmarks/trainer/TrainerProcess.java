package dev.weir.benchmarks.trainer;

import ai.djl.translate.TranslateException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import dev.weir.artifact.ModelArtifact;
import dev.weir.forecast.Weights;
import dev.weir.trainer.accuracy.ForecastEvaluation;
import dev.weir.trainer.accuracy.ForecastReport;
import dev.weir.trainer.accuracy.ForecasterKind;
import dev.weir.trainer.export.ModelExport;
import dev.weir.trainer.export.Provenance;
import dev.weir.trainer.fit.ForecastNetwork;
import dev.weir.trainer.history.SplitSeries;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Map;

/** One fit in this process. */
final class TrainerProcess {

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** Enough for PyTorch to be loaded and the loop to be compiled, which takes seconds of CPU. */
  private static final TrainerSize WARM_UP = new TrainerSize(128, 2048, 8, 32, 64, 0.001, 99);

  private TrainerProcess() {}

  /**
   * @param arguments loop, file with the size, file for the figure
   */
  public static void main(String[] arguments) throws IOException, TranslateException {
    ObjectMapper json = new ObjectMapper();
    TrainerSize size = json.readValue(new File(arguments[1]), TrainerSize.class);
    Loop loop = Loop.valueOf(arguments[0]);
    fit(loop, TrainerTask.of(WARM_UP.withSeed(size.seed())));
    json.writeValue(new File(arguments[2]), fit(loop, TrainerTask.of(size)));
  }

  /** Fits and judges what came of it. */
  static TrainerFigure fit(Loop loop, TrainerTask task) throws IOException, TranslateException {
    Weights start = start(task);
    long cpu = SYSTEM.getProcessCpuTime();
    long wall = System.nanoTime();
    Weights fitted = loop.fit(task, start);
    double seconds = (System.nanoTime() - wall) / 1e9;
    double cpuSeconds = (SYSTEM.getProcessCpuTime() - cpu) / 1e9;
    ForecastReport report = judge(task, fitted);
    return new TrainerFigure(
        loop,
        task.pointsShown(),
        seconds,
        cpuSeconds,
        report.meanMase(ForecasterKind.MODEL),
        logScore(report));
  }

  private static Weights start(TrainerTask task) {
    try (ForecastNetwork network = new ForecastNetwork(TrainerTask.SHAPE, task.options().fit())) {
      return network.weights();
    }
  }

  /** As the job would run it, by the core. */
  private static ForecastReport judge(TrainerTask task, Weights fitted) {
    try (ForecastNetwork network = new ForecastNetwork(TrainerTask.SHAPE, task.options().fit())) {
      network.load(fitted);
      Provenance provenance = new Provenance(task.history(), Map.of(), Instant.EPOCH);
      ModelArtifact model = ModelExport.export(network, "fitted", provenance);
      return new ForecastEvaluation(model.model()).evaluate(SplitSeries.heldOut(task.heldOut()));
    }
  }

  private static double logScore(ForecastReport report) {
    return report.comparable().stream()
        .mapToDouble(row -> row.logScore(ForecasterKind.MODEL))
        .average()
        .orElse(Double.NaN);
  }
}
