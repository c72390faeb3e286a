// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.command;

import dev.weir.artifact.DefaultModel;
import dev.weir.artifact.ModelArtifact;
import dev.weir.cli.topic.Topics;
import dev.weir.event.EventFormat;
import dev.weir.event.EventTime;
import dev.weir.trainer.FineTuning;
import dev.weir.trainer.TrainingEnvironment;
import dev.weir.trainer.TrainingOptions;
import dev.weir.trainer.TrainingPipeline;
import dev.weir.trainer.TrainingResult;
import dev.weir.trainer.history.CsvFolder;
import dev.weir.trainer.history.HistorySource;
import dev.weir.trainer.history.KafkaTopic;
import dev.weir.trainer.history.TopicSpan;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** {@code weir train}: trains a model on history. */
@Command(
    name = "train",
    description =
        "Train a recurrent network on history, calibrate it, evaluate it on held-out time, and write the model to a file.")
public final class TrainCommand implements Callable<Integer> {

  private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(10);

  @ArgGroup(multiplicity = "1")
  private Source source = new Source();

  /** Source of the history. */
  private static final class Source {

    @Option(
        names = "--data",
        paramLabel = "DIR",
        description = "Folder of *.csv and *.csv.gz files with a time column and value columns.")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--from-topic", paramLabel = "TOPIC", description = "Kafka topic of events.")
    private Optional<String> topic = Optional.empty();
  }

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description =
          "Model from whose weights the training starts, or default, the model that is included in Weir; must have the same shape. Changes the default of --learning-rate to 0.001.")
  private Optional<Path> start = Optional.empty();

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description =
          "With --from-topic: time of the first record, ISO-8601 or epoch (default: the start of the topic).")
  private Optional<String> since = Optional.empty();

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "With --from-topic: time before which records are read (default: now).")
  private Optional<String> until = Optional.empty();

  @Option(
      names = "--format",
      defaultValue = "json",
      description =
          "With --from-topic: format of the records, ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private EventFormat format = EventFormat.JSON;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "model.weir",
      description = "File to write the model to (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("");

  @Mixin private BrokerOption broker = new BrokerOption();

  @ArgGroup(validate = false, heading = ModelFlags.HEADING)
  private ModelFlags modelFlags = new ModelFlags();

  @Mixin private TrainingFlags trainingFlags = new TrainingFlags(TrainingOptions.DEFAULTS);

  @ArgGroup(validate = false, heading = HistoryFlags.HEADING)
  private HistoryFlags historyFlags = new HistoryFlags();

  @CommandLine.Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter terminal = spec.commandLine().getOut();
    Optional<ModelArtifact> model = startModel();
    TrainingOptions options =
        options(model.map(FineTuning::options).orElse(TrainingOptions.DEFAULTS));
    TrainingEnvironment environment = TrainingEnvironment.printingTo(terminal);
    TrainingPipeline pipeline = new TrainingPipeline(options, environment);
    TrainingResult result = model.map(pipeline::from).orElse(pipeline).run(history(options), out);
    terminal.printf("wrote %s: %s%n", result.file(), result.model().id());
    return CommandLine.ExitCode.OK;
  }

  private TrainingOptions options(TrainingOptions base) {
    TrainingOptions options = modelFlags.applyTo(base, spec.commandLine().getParseResult());
    return trainingFlags.applyTo(options).withCsv(historyFlags.applyTo(options.csv()));
  }

  private Optional<ModelArtifact> startModel() throws IOException {
    return start.isPresent() ? Optional.of(DefaultModel.resolve(start.get())) : Optional.empty();
  }

  private HistorySource history(TrainingOptions options) throws IOException {
    if (source.folder.isPresent()) {
      return new CsvFolder(source.folder.get(), options.csv());
    }
    requireBroker();
    return new KafkaTopic(
        new TopicSpan(
            source.topic.orElseThrow(),
            format,
            since.map(TrainCommand::parseTime).orElse(Instant.EPOCH),
            until.map(TrainCommand::parseTime).orElseGet(Instant::now),
            options.csv().rules(),
            IDLE_TIMEOUT,
            Map.of("bootstrap.servers", broker.brokers)));
  }

  /** The consumer of the history would retry silently for a minute. */
  private void requireBroker() throws IOException {
    try (Topics topics = new Topics(broker.brokers)) {
      topics.requireBroker();
    }
  }

  private static Instant parseTime(String text) {
    return Instant.ofEpochMilli(EventTime.parseMillis(text));
  }
}
