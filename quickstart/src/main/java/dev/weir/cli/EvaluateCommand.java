package dev.weir.cli;

import dev.weir.artifact.DefaultModel;
import dev.weir.decision.AlertBudget;
import dev.weir.decision.AlertPolicy;
import dev.weir.detect.DetectorConfig;
import dev.weir.evaluate.Bootstrap;
import dev.weir.evaluate.nab.NabCorpus;
import dev.weir.evaluate.nab.NabModelRun;
import dev.weir.evaluate.nab.NabReport;
import dev.weir.evaluate.nab.NabRun;
import dev.weir.evaluate.nab.NabScoreCollector;
import dev.weir.evaluate.nab.NabScores;
import dev.weir.evaluate.nab.NabVusReport;
import dev.weir.evaluate.vus.HeldScore;
import dev.weir.quickstart.topic.CommittedRecords;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How well scores find labelled anomalies. */
@Command(
    name = "evaluate",
    description =
        "Score the Numenta Anomaly Benchmark's corpus and print its official table, with thresholds from other categories and a fixed one.")
final class EvaluateCommand implements Callable<Integer> {

  private static final int WARM_UP_POINTS = DetectorConfig.DEFAULT.warmUpPoints();

  @Option(
      names = "--nab",
      required = true,
      paramLabel = "DIR",
      description = "Folder with windows.json and category/file.csv.")
  private Path nab = Path.of("");

  @ArgGroup(multiplicity = "1")
  private Source source = new Source();

  /** Where the scores come from. */
  private static final class Source {

    @Option(
        names = "--model",
        paramLabel = "FILE",
        description =
            "Run this model over the corpus, as the job would; default is the one that comes with Weir.")
    private Optional<Path> model = Optional.empty();

    @Option(
        names = "--scores",
        paramLabel = "DIR",
        description = "Read category/file.csv with a column anomaly_score.")
    private Optional<Path> scores = Optional.empty();

    @Option(
        names = "--scores-topic",
        paramLabel = "TOPIC",
        description = "Read what the job wrote of a replay of the corpus.")
    private Optional<String> topic = Optional.empty();
  }

  @Option(
      names = "--budget",
      paramLabel = "N",
      defaultValue = "0.142857142857",
      description =
          "With --model: false alerts accepted a series and day (default: ${DEFAULT-VALUE}).")
  private double budget;

  @Option(
      names = "--threshold",
      defaultValue = "0.5",
      description =
          "With --scores and --scores-topic: where a person would be told (default: ${DEFAULT-VALUE}).")
  private double threshold;

  @Option(
      names = "--scores-out",
      paramLabel = "DIR",
      description = "Write the scores there in the benchmark's layout.")
  private Optional<Path> scoresOut = Optional.empty();

  @Option(names = "--files", description = "Print every file's row, too.")
  private boolean files;

  @Option(
      names = "--hold",
      paramLabel = "POINTS",
      description = "How long VUS-PR holds a score (default: ${DEFAULT-VALUE}).")
  private int hold = HeldScore.DEFAULT_POINTS;

  @Option(names = "--seed", description = "Of the bootstrap (default: ${DEFAULT-VALUE}).")
  private long seed = Bootstrap.DEFAULT.seed();

  @Mixin private BrokerOption broker = new BrokerOption();

  @CommandLine.Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    NabCorpus corpus = NabCorpus.read(nab);
    out.printf(
        "%d files, %,d rows, %d windows%n", corpus.files().size(), corpus.rows(), corpus.windows());
    NabRun run = run(corpus);
    NabScores scores = run.alertScores();
    if (scoresOut.isPresent()) {
      scores.write(corpus, scoresOut.get());
      out.printf("scores written to %s%n", scoresOut.get());
    }
    NabReport report = NabReport.of(corpus, run);
    out.println(report.summary());
    if (files) {
      out.println();
      out.println(report.files());
    }
    out.println();
    NabVusReport vus = NabVusReport.of(corpus, run, hold);
    out.println(vus.summary(new Bootstrap(seed)));
    if (files) {
      out.println(vus.files());
    }
    return CommandLine.ExitCode.OK;
  }

  private NabRun run(NabCorpus corpus) throws IOException {
    if (source.scores.isPresent()) {
      return NabRun.ofScores(NabScores.read(corpus, source.scores.get()), threshold);
    }
    if (source.topic.isPresent()) {
      return NabRun.ofScores(fromTopic(corpus, source.topic.get()), threshold);
    }
    DetectorConfig config =
        new DetectorConfig(
            new AlertBudget(budget), WARM_UP_POINTS, AlertPolicy.DEFAULT_QUIET_POINTS);
    return NabModelRun.of(corpus, DefaultModel.readOr(source.model.orElseThrow()).model(), config);
  }

  private NabScores fromTopic(NabCorpus corpus, String topic) throws IOException {
    NabScoreCollector collector = new NabScoreCollector(corpus);
    try (CommittedRecords records =
        new CommittedRecords(broker.brokers, topic, CommittedRecords.From.BEGINNING)) {
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
