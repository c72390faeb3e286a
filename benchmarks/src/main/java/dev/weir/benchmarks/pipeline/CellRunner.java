// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.benchmarks.cell.CellResult;
import dev.weir.benchmarks.cell.CellRun;
import dev.weir.benchmarks.cell.CellWorkload;
import dev.weir.benchmarks.cell.PipelineCell;
import dev.weir.benchmarks.dayold.DayOldSavepoint;
import dev.weir.benchmarks.load.PacedProducer;
import dev.weir.benchmarks.load.TopicFiller;
import dev.weir.benchmarks.load.TopicSize;
import dev.weir.benchmarks.process.BrokerProcess;
import dev.weir.benchmarks.process.ChildProcess;
import dev.weir.benchmarks.report.CellFigure;
import dev.weir.benchmarks.run.CellProcess;
import dev.weir.benchmarks.run.MeasuredWindow;
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
 * Runs cells, each in a fresh process, on one broker that lives for all rounds. It fills a topic
 * before the first cell that needs it.
 */
final class CellRunner implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long CELL_SECONDS = 900;
  private static final String ALERTS = JobOptions.DEFAULT.get(JobOptions.ALERTS_TOPIC);

  private final RunOptions options;
  private final Path folder;
  private final ChildProcess broker;
  private final String brokers;
  private final Set<String> filled = new HashSet<>();

  /** Locations of savepoints with day-old series, by number of series. */
  private final Map<Integer, String> savepoints = new HashMap<>();

  private final TemporaryFolder savepointFolder = TemporaryFolder.create("weir-savepoints");

  private CellRunner(RunOptions options, Path folder, ChildProcess broker) throws IOException {
    this.options = options;
    this.folder = folder;
    this.broker = broker;
    this.brokers = broker.readLine();
  }

  static CellRunner start(RunOptions options, Path folder) throws IOException {
    ChildProcess broker = BrokerProcess.start(folder.resolve("broker.log"));
    CellRunner started = new CellRunner(options, folder, broker);
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

  /** Runs a cell; fills its topic first if necessary. */
  CellFigure run(int round, PipelineCell cell) throws Exception {
    CellRun.Input input = input(round, cell);
    try (TemporaryFolder cellFolder = TemporaryFolder.create("weir-cell")) {
      String model = RandomModel.write(PipelineCell.MODEL, cellFolder.path()).toString();
      CellRun run = new CellRun(cell, input, options.job(model), cellFolder.path().toString());
      if (options.dayOld() && cell.workload().isJob()) {
        run = run.with(run.job().restoredFrom(savepoint(run)));
      }
      long alertsBefore = TopicSize.bytes(brokers, ALERTS);
      CellResult result = result(run);
      long alerts = TopicSize.bytes(brokers, ALERTS) - alertsBefore;
      result = result.withTopicSizes(TopicSize.bytes(brokers, input.topic()), alerts);
      return new CellFigure(cell.name(), round, input.events(), result);
    }
  }

  private CellRun.Input input(int round, PipelineCell cell) throws IOException {
    long events = options.events(cell);
    boolean paced = cell.workload() == CellWorkload.WEIR_LATENCY;
    String topic = (paced ? "paced-" + round + "-" : "metrics-") + cell.keys() + "-" + events;
    if (paced) {
      TopicFiller.create(brokers, topic);
    } else if (filled.add(topic)) {
      TopicFiller.fill(brokers, topic, options.source(cell), events);
    }
    return new CellRun.Input(brokers, broker.pid(), topic, events, paced);
  }

  /** The savepoint with the day-old series of a cell, written in the first round. */
  private String savepoint(CellRun run) throws Exception {
    PipelineCell cell = run.cell();
    String location = savepoints.get(cell.keys());
    if (location == null) {
      Path file = Path.of(run.folder(), "seed.json");
      JSON.writeValue(file.toFile(), run.in(savepointFolder.path()));
      try (ChildProcess process =
          ChildProcess.start(
              DayOldSavepoint.class, options.jvm(cell, folder), List.of(file.toString()))) {
        location = process.readLine();
        process.awaitEnd(CELL_SECONDS);
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
        ChildProcess.start(CellProcess.class, options.jvm(run.cell(), folder), arguments)) {
      if (run.input().paced()) {
        process.readLine();
        send(run.cell(), run.input());
      }
      process.awaitEnd(CELL_SECONDS);
    }
    return JSON.readValue(result.toFile(), CellResult.class);
  }

  private void send(PipelineCell cell, CellRun.Input input) {
    double pace = options.pace(cell);
    PacedProducer producer = new PacedProducer(input.topic(), cell.keys(), pace);
    producer.send(brokers, input.events(), MeasuredWindow.FROM * input.events());
    System.out.printf(
        Locale.ROOT,
        "         %s: %,.0f events/s, delay of the producer %.1f ms (p99)%n",
        cell.name(),
        pace,
        producer.p99DelayMillis());
  }

  @Override
  public void close() throws IOException {
    savepointFolder.close();
    broker.close();
  }
}
