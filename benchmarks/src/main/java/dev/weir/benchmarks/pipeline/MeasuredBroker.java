package dev.weir.benchmarks.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.cli.topic.Topics;
import dev.weir.job.JobOptions;
import dev.weir.sandbox.broker.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A broker whose topics are filled as cells need them, and stay for all rounds; a fresh process for
 * each cell.
 */
final class MeasuredBroker implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE_SECONDS = 900;
  private static final String ALERTS = JobOptions.DEFAULT.get(JobOptions.ALERTS_TOPIC);

  private final RunOptions options;
  private final Path folder;
  private final ChildProcess broker;
  private final String brokers;
  private final Set<String> filled = new HashSet<>();

  private MeasuredBroker(RunOptions options, Path folder, ChildProcess broker) throws IOException {
    this.options = options;
    this.folder = folder;
    this.broker = broker;
    this.brokers = broker.readLine();
  }

  static MeasuredBroker start(RunOptions options, Path folder) throws IOException {
    ChildProcess broker = BrokerProcess.start(folder.resolve("broker.log"));
    MeasuredBroker started = new MeasuredBroker(options, folder, broker);
    try (Topics topics = new Topics(started.brokers)) {
      topics.create(
          List.of(
              ALERTS,
              JobOptions.DEFAULT.get(JobOptions.LATE_TOPIC),
              JobOptions.DEFAULT.get(JobOptions.DEAD_LETTER_TOPIC)),
          TopicFiller.PARTITIONS);
    }
    return started;
  }

  /** Fills the cell's topic where that has not been done, and runs the cell. */
  CellFigure measure(int round, PipelineCell cell) throws Exception {
    long events = options.events(cell);
    boolean paced = cell.kind() == Kind.WEIR_LATENCY;
    String topic = (paced ? "paced-" + round + "-" : "metrics-") + cell.keys() + "-" + events;
    if (paced) {
      TopicFiller.create(brokers, topic);
    } else if (filled.add(topic)) {
      TopicFiller.fill(brokers, topic, cell.keys(), events);
    }
    CellRun.Input input = new CellRun.Input(brokers, broker.pid(), topic, events, paced);
    try (TemporaryFolder own = TemporaryFolder.create("weir-cell")) {
      long alertsBefore = TopicLogs.bytes(brokers, ALERTS);
      CellResult result = run(cell, input, own.path());
      long alerts = TopicLogs.bytes(brokers, ALERTS) - alertsBefore;
      result = result.withLogs(TopicLogs.bytes(brokers, topic), alerts);
      return new CellFigure(cell.name(), round, events, result);
    }
  }

  private CellResult run(PipelineCell cell, CellRun.Input input, Path own) throws Exception {
    Path run = own.resolve("run.json");
    Path result = own.resolve("result.json");
    String model = ModelFile.write(own.resolve("random.weir")).toString();
    JSON.writeValue(
        run.toFile(), new CellRun(cell.name(), input, options.job(model), own.toString()));
    List<String> arguments = List.of(run.toString(), result.toString());
    try (ChildProcess process =
        ChildProcess.start(CellProcess.class, options.jvm(cell, folder), arguments)) {
      if (input.paced()) {
        process.readLine();
        send(cell, input);
      }
      process.awaitEnd(PATIENCE_SECONDS);
    }
    return JSON.readValue(result.toFile(), CellResult.class);
  }

  private void send(PipelineCell cell, CellRun.Input input) {
    double pace = options.pace(cell);
    PacedProducer producer = new PacedProducer(input.topic(), cell.keys(), pace);
    producer.send(brokers, input.events());
    System.out.printf(
        Locale.ROOT,
        "         %s: %,.0f events/s, sent at most %.1f ms late (p99)%n",
        cell.name(),
        pace,
        producer.behindMillis());
  }

  @Override
  public void close() throws IOException {
    broker.close();
  }
}
