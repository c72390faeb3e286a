// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.demo;

import dev.weir.cli.cluster.LocalCluster;
import dev.weir.cli.replay.EventProducer;
import dev.weir.cli.replay.Pace;
import dev.weir.cli.replay.Replayer;
import dev.weir.cli.topic.Topics;
import dev.weir.event.MetricEvent;
import dev.weir.job.JobOptions;
import dev.weir.job.metrics.JobMetrics;
import dev.weir.sandbox.broker.EmbeddedBroker;
import dev.weir.sandbox.broker.TemporaryFolder;
import dev.weir.trainer.TrainingEnvironment;
import dev.weir.trainer.TrainingOptions;
import dev.weir.trainer.TrainingPipeline;
import dev.weir.trainer.fit.FitConfig;
import dev.weir.trainer.publish.Registry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The demo, from nothing to a summary. */
public final class Demo {

  private static final int PARTITIONS = 2;

  private final DemoOptions options;
  private final InstantSource clock;
  private final DemoScreen screen;

  /**
   * @param clock time of this machine's own metrics
   * @param screen what the person sees
   */
  public Demo(DemoOptions options, InstantSource clock, DemoScreen screen) {
    this.options = options;
    this.clock = clock;
    this.screen = screen;
  }

  /**
   * Runs it; all it made is gone afterwards.
   *
   * @throws IOException where a part of it fails
   */
  public DemoSummary run() throws IOException {
    DemoStream stream = stream();
    screen.step("Weir demo on %s", stream.description());
    try (TemporaryFolder folder = TemporaryFolder.create("weir-demo");
        EmbeddedBroker broker = startBroker();
        LiveFeed live = startLive(broker)) {
      Path model = publish(model(stream, folder), folder);
      try (LocalCluster job = startJob(broker, model, folder)) {
        return watch(stream, broker, job, live);
      }
    }
  }

  private DemoStream stream() throws IOException {
    return options.data().isPresent()
        ? DemoStreams.folder(options.data().get())
        : DemoStreams.generated(options.seed());
  }

  private EmbeddedBroker startBroker() throws IOException {
    screen.step("starting a Kafka broker in this JVM");
    EmbeddedBroker broker = EmbeddedBroker.start();
    try (Topics topics = new Topics(broker.address())) {
      topics.create(
          List.of(
              JobOptions.DEFAULT.get(JobOptions.INPUT_TOPICS),
              JobOptions.DEFAULT.get(JobOptions.ALERTS_TOPIC),
              JobOptions.DEFAULT.get(JobOptions.LATE_TOPIC),
              JobOptions.DEFAULT.get(JobOptions.DEAD_LETTER_TOPIC)),
          PARTITIONS);
    }
    screen.detail("broker at %s", broker.address());
    return broker;
  }

  private LiveFeed startLive(EmbeddedBroker broker) {
    LiveFeed live =
        new LiveFeed(broker.address(), JobOptions.DEFAULT.get(JobOptions.INPUT_TOPICS), clock);
    if (options.live()) {
      live.start();
      screen.detail("streaming this machine's own metrics, twice a second");
    }
    return live;
  }

  private Path model(DemoStream stream, TemporaryFolder folder) throws IOException {
    if (options.model().isPresent()) {
      return options.model().get();
    }
    screen.step("training an LSTM on the history, %d passes at most", options.epochs());
    // No limit in seconds: the model would depend on the speed of the machine.
    TrainingOptions training =
        TrainingOptions.DEFAULTS
            .withName("demo")
            .withFit(FitConfig.DEFAULT.withEpochs(options.epochs()).withSeed(options.seed()));
    TrainingEnvironment environment =
        TrainingEnvironment.printingTo(line -> screen.detail("%s", line));
    return new TrainingPipeline(training, environment)
        .run(stream.history(), folder.path().resolve("demo.weir"))
        .file();
  }

  private Path publish(Path model, TemporaryFolder folder) throws IOException {
    Registry.Published published = new Registry(folder.path().resolve("models")).publish(model);
    screen.step("published %s@%s", published.name(), published.version());
    return published.file();
  }

  private LocalCluster startJob(EmbeddedBroker broker, Path model, TemporaryFolder folder)
      throws IOException {
    screen.step("starting the Flink job in this JVM");
    JobOptions job =
        JobOptions.of(
            "--brokers", broker.address(),
            "--model", model.toString(),
            "--duplicates", "keep",
            "--checkpoint-interval", "1s",
            "--idleness", "2s");
    return LocalCluster.start(
        job,
        folder.path().resolve("state"),
        Map.of("heartbeat.interval", "500", "heartbeat.timeout", "60000"));
  }

  private DemoSummary watch(
      DemoStream stream, EmbeddedBroker broker, LocalCluster job, LiveFeed live)
      throws IOException {
    StreamSpan span = StreamSpan.of(stream.events().open());
    Scoreboard board = new Scoreboard(stream.anomalies(), span.series());
    String alertsTopic = JobOptions.DEFAULT.get(JobOptions.ALERTS_TOPIC);
    long startNanos = System.nanoTime();
    try (AlertFeed alerts =
        AlertFeed.start(
            broker.address(),
            alertsTopic,
            alert -> {
              if (alert.path("startedAt").asLong() >= span.fromMillis()) {
                board.add(alert);
                screen.alert(alert);
              }
            })) {
      long sent = showPast(stream, broker) + replay(stream, span, broker) + live.finish();
      Drain.await(job, sent, alerts);
      return summary(job, board, span, (System.nanoTime() - startNanos) / 1e9);
    }
  }

  /** A series' own past is what its next point is judged by. */
  private long showPast(DemoStream stream, EmbeddedBroker broker) throws IOException {
    Iterator<MetricEvent> past = stream.past().open();
    if (!past.hasNext()) {
      return 0;
    }
    screen.step("showing the job the history, as fast as it goes, so that it knows its series");
    return send(past, Pace.of("max"), broker);
  }

  private long replay(DemoStream stream, StreamSpan span, EmbeddedBroker broker)
      throws IOException {
    screen.step(
        "replaying %,d events of %d series, %,.0f times as fast as they came",
        span.events(), span.series().size(), span.millis() / 1000.0 / options.seconds());
    return send(stream.events().open(), span.pace(options.seconds()), broker);
  }

  private long send(Iterator<MetricEvent> events, Pace pace, EmbeddedBroker broker)
      throws IOException {
    String topic = JobOptions.DEFAULT.get(JobOptions.INPUT_TOPICS);
    try (EventProducer producer = new EventProducer(broker.address(), topic)) {
      return new Replayer(producer, pace, line -> screen.detail("%s", line)).send(events);
    }
  }

  private DemoSummary summary(LocalCluster job, Scoreboard board, StreamSpan span, double seconds) {
    long events = job.count(JobMetrics.EVENTS);
    long refused =
        job.count(JobMetrics.DUPLICATE)
            + job.count(JobMetrics.LATE)
            + job.count(JobMetrics.MALFORMED);
    DemoSummary summary =
        new DemoSummary(
            events,
            job.count(JobMetrics.SCORED),
            job.count(JobMetrics.WARMING_UP),
            refused,
            events / seconds,
            board,
            span.seriesDays());
    screen.step("summary");
    summary.lines().forEach(line -> screen.detail("%s", line));
    return summary;
  }
}
