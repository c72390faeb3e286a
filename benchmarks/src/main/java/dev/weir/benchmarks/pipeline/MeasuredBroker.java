// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.cli.topic.Topics;
import dev.weir.job.JobOptions;
import dev.weir.sandbox.broker.TemporaryFolder;
import dev.weir.sandbox.model.RandomModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  /** Locations of savepoints with day-old series, by the number of series. */
  private final Map<Integer, String> savepoints = new HashMap<>();

  private final TemporaryFolder savepointFolder = TemporaryFolder.create("weir-savepoints");

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
    CellRun.Input input = input(round, cell);
    try (TemporaryFolder own = TemporaryFolder.create("weir-cell")) {
      String model = RandomModel.write(PipelineCell.MODEL, own.path()).toString();
      CellRun run = new CellRun(cell.name(), input, options.job(model), own.path().toString());
      if (options.dayOld() && cell.kind().isJob()) {
        run = run.with(run.job().restoredFrom(savepoint(run)));
      }
      long alertsBefore = TopicLogs.bytes(brokers, ALERTS);
      CellResult result = result(run);
      long alerts = TopicLogs.bytes(brokers, ALERTS) - alertsBefore;
      result = result.withLogs(TopicLogs.bytes(brokers, input.topic()), alerts);
      return new CellFigure(cell.name(), round, input.events(), result);
    }
  }

  private CellRun.Input input(int round, PipelineCell cell) throws IOException {
    long events = options.events(cell);
    boolean paced = cell.kind() == Kind.WEIR_LATENCY;
    String topic = (paced ? "paced-" + round + "-" : "metrics-") + cell.keys() + "-" + events;
    if (paced) {
      TopicFiller.create(brokers, topic);
    } else if (filled.add(topic)) {
      TopicFiller.fill(brokers, topic, options.source(cell), events);
    }
    return new CellRun.Input(brokers, broker.pid(), topic, events, paced);
  }

  /** The savepoint of a cell's day-old series, written for the first round. */
  private String savepoint(CellRun run) throws Exception {
    PipelineCell cell = run.parsed();
    String location = savepoints.get(cell.keys());
    if (location == null) {
      Path file = Path.of(run.folder(), "seed.json");
      JSON.writeValue(file.toFile(), run.in(savepointFolder.path()));
      try (ChildProcess process =
          ChildProcess.start(
              DayOldSavepoint.class, options.jvm(cell, folder), List.of(file.toString()))) {
        location = process.readLine();
        process.awaitEnd(PATIENCE_SECONDS);
      }
      savepoints.put(cell.keys(), location);
    }
    return location;
  }

  private CellResult result(CellRun run) throws Exception {
    Path runFile = Path.of(run.folder(), "run.json");
    Path result = Path.of(run.folder(), "result.json");
    JSON.writeValue(runFile.toFile(), run);
    List<String> arguments = List.of(runFile.toString(), result.toString());
    try (ChildProcess process =
        ChildProcess.start(CellProcess.class, options.jvm(run.parsed(), folder), arguments)) {
      if (run.input().paced()) {
        process.readLine();
        send(run.parsed(), run.input());
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
    savepointFolder.close();
    broker.close();
  }
}
