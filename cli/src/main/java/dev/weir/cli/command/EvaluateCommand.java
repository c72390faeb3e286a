// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.command;

import dev.weir.artifact.DefaultModel;
import dev.weir.cli.topic.CommittedRecords;
import dev.weir.decision.AlertBudget;
import dev.weir.detect.DetectorConfig;
import dev.weir.detect.DetectorModel;
import dev.weir.evaluation.cause.CauseEvaluation;
import dev.weir.evaluation.corpus.SeriesCorpus;
import dev.weir.evaluation.detection.LabelledFolder;
import dev.weir.evaluation.detection.LabelledSeries;
import dev.weir.evaluation.evidence.ModelPages;
import dev.weir.evaluation.evidence.NabPages;
import dev.weir.evaluation.evidence.Page;
import dev.weir.evaluation.evidence.PageList;
import dev.weir.evaluation.figure.Bootstrap;
import dev.weir.evaluation.nab.NabCorpus;
import dev.weir.evaluation.nab.NabModelRun;
import dev.weir.evaluation.nab.NabRun;
import dev.weir.evaluation.nab.NabScoreCollector;
import dev.weir.evaluation.nab.NabScores;
import dev.weir.evaluation.vus.HeldScore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code weir evaluate}: measures the detection, budget and forecasts of a model or of scores. */
@Command(
    name = "evaluate",
    description =
        "Evaluate a model: NAB scores, VUS-PR, precision, recall and delay, alerts compared with the budget, forecasts compared with baselines, causes.")
public final class EvaluateCommand implements Callable<Integer> {

  @ArgGroup(multiplicity = "1")
  private Source source = new Source();

  /** Where the scores come from. */
  private static final class Source {

    @Option(
        names = "--model",
        paramLabel = "FILE",
        description =
            "Model artifact to run on the data, or default, the model that is included in Weir.")
    private Optional<Path> model = Optional.empty();

    @Option(
        names = "--scores",
        paramLabel = "DIR",
        description =
            "With --nab: folder of scores, category/file.csv with a column anomaly_score.")
    private Optional<Path> scores = Optional.empty();

    @Option(
        names = "--scores-topic",
        paramLabel = "TOPIC",
        description =
            "With --nab: topic of scores that the job published for a replay of the corpus.")
    private Optional<String> topic = Optional.empty();
  }

  @Mixin private EvaluationData data = new EvaluationData();

  @Option(
      names = "--budget",
      paramLabel = "N",
      defaultValue = "0.142857142857",
      description =
          "With --model: false alarms accepted per series and day (default: ${DEFAULT-VALUE}).")
  private double budget;

  @Option(
      names = "--threshold",
      defaultValue = "0.5",
      description =
          "With --scores and --scores-topic: score from which a point is an alert (default: ${DEFAULT-VALUE}).")
  private double threshold;

  @Option(
      names = "--hold",
      paramLabel = "POINTS",
      description =
          "With VUS-PR: number of points for which a score is held (default: ${DEFAULT-VALUE}).")
  private int hold = HeldScore.DEFAULT_POINTS;

  @Option(
      names = "--seed",
      description = "Seed of the bootstrap and of generated series (default: ${DEFAULT-VALUE}).")
  private long seed = Bootstrap.DEFAULT.seed();

  @Option(
      names = "--scores-out",
      paramLabel = "DIR",
      description =
          "With --nab: write the alert scores to this folder, in the layout of the benchmark.")
  private Optional<Path> scoresOut = Optional.empty();

  @Option(names = "--files", description = "Print one row per file and series, too.")
  private boolean files;

  @Option(
      names = "--evidence",
      paramLabel = "DIR",
      description =
          "Write a Markdown page per measure with all rows, and a page of all figures, to this folder.")
  private Optional<Path> evidence = Optional.empty();

  @Mixin private BrokerOption broker = new BrokerOption();

  @CommandLine.Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandLine.Model.CommandSpec spec;

  private final List<Page> pages = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    if (data.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "no data to evaluate on; give one or more of --nab, --series, --detection, --budgets, --forecast, --causes");
    }
    Optional<NabCorpus> corpus = Optional.empty();
    if (data.nab.isPresent()) {
      corpus = Optional.of(NabCorpus.read(data.nab.get()));
      evaluateNab(corpus.get());
    }
    if (source.model.isPresent()) {
      evaluateModel(corpus);
    } else if (data.needsModel()) {
      throw new ParameterException(
          spec.commandLine(),
          "--series, --detection, --budgets, --forecast and --causes need --model");
    }
    if (evidence.isPresent()) {
      new PageList(pages).write(evidence.get(), origin());
    }
    return CommandLine.ExitCode.OK;
  }

  private Page.Origin origin() throws IOException {
    return new Page.Origin(EvaluationData.command(spec), modelName(), seed);
  }

  private void evaluateNab(NabCorpus corpus) throws IOException {
    NabRun run = run(corpus);
    if (scoresOut.isPresent()) {
      run.alertScores().write(corpus, scoresOut.get());
      spec.commandLine().getOut().printf("scores written to %s%n", scoresOut.get());
    }
    for (Page page : NabPages.of(corpus, run, hold, new Bootstrap(seed))) {
      publish(page);
    }
  }

  private void evaluateModel(Optional<NabCorpus> nab) throws IOException {
    ModelPages measures = new ModelPages(readModel(), new Bootstrap(seed));
    List<LabelledSeries> labelled = new ArrayList<>();
    nab.ifPresent(corpus -> labelled.addAll(NabModelRun.series(corpus)));
    for (Path folder : data.detectionFolders()) {
      labelled.addAll(LabelledFolder.read(folder));
    }
    if (!labelled.isEmpty()) {
      publish(measures.detection(labelled, config()));
    }
    if (!data.budgetFolders().isEmpty()) {
      List<SeriesCorpus> corpora = corpora(data.budgetFolders());
      corpora.add(SeriesCorpus.generated(seed));
      corpora.add(SeriesCorpus.changing(seed));
      publish(measures.budget(corpora));
    }
    if (!data.forecastFolders().isEmpty()) {
      List<SeriesCorpus> corpora = corpora(data.forecastFolders());
      nab.ifPresent(corpus -> corpora.add(SeriesCorpus.ofNab(corpus)));
      publish(measures.forecast(corpora));
    }
    if (data.causes) {
      publish(measures.causes(CauseEvaluation.product(seed), config()));
    }
  }

  private static List<SeriesCorpus> corpora(List<Path> folders) throws IOException {
    List<SeriesCorpus> corpora = new ArrayList<>();
    for (Path folder : folders) {
      corpora.add(SeriesCorpus.ofFolder(folder));
    }
    return corpora;
  }

  private void publish(Page page) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    out.println(page.title());
    out.println();
    out.println(page.about());
    out.println();
    out.println(page.summary());
    if (files) {
      out.println(page.rows());
    }
    out.flush();
    pages.add(page);
    if (evidence.isPresent()) {
      page.write(evidence.get(), origin());
    }
  }

  private DetectorModel readModel() throws IOException {
    return DefaultModel.resolve(source.model.orElseThrow()).model();
  }

  private String modelName() throws IOException {
    return source.model.isPresent() ? readModel().id() : "none, external scores";
  }

  private DetectorConfig config() {
    DetectorConfig product = DetectorConfig.DEFAULT;
    return new DetectorConfig(
        new AlertBudget(budget), product.warmUpPoints(), product.quietPoints());
  }

  private NabRun run(NabCorpus corpus) throws IOException {
    if (source.scores.isPresent()) {
      return NabRun.ofScores(NabScores.read(corpus, source.scores.get()), threshold);
    }
    if (source.topic.isPresent()) {
      return NabRun.ofScores(fromTopic(corpus, source.topic.get()), threshold);
    }
    return NabModelRun.of(corpus, readModel(), config());
  }

  private NabScores fromTopic(NabCorpus corpus, String topic) throws IOException {
    NabScoreCollector collector = new NabScoreCollector(corpus);
    try (CommittedRecords records =
        new CommittedRecords(
            broker.brokers,
            topic,
            CommittedRecords.From.BEGINNING,
            spec.commandLine().getErr()::println)) {
      records.readToEnd(
          score ->
              collector.add(
                  score.required("series").asText(),
                  score.required("time").asLong(),
                  score.required("alertScore").asDouble()));
    }
    return collector.scores();
  }
}
