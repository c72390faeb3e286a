// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.demo;

import dev.weir.cli.cluster.LocalJob;
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
import java.util.Map;

/** The demo: training, publishing, the job and a replay in one JVM. */
public final class Demo {

  private static final int PARTITIONS = 2;

  private final DemoOptions options;
  private final InstantSource clock;
  private final DemoScreen screen;

  /**
   * @param clock clock of this machine's metrics
   * @param screen receives the progress and the alerts
   */
  public Demo(DemoOptions options, InstantSource clock, DemoScreen screen) {
    this.options = options;
    this.clock = clock;
    this.screen = screen;
  }

  /** Runs the demo and deletes its files. */
  public DemoSummary run() throws IOException {
    DemoDataset data = dataset();
    screen.step("Weir demo on %s", data.description());
    try (TemporaryFolder folder = TemporaryFolder.create("weir-demo");
        EmbeddedBroker broker = startBroker();
        MachineMetricsSender machine = startMachineMetrics(broker)) {
      Path model = publish(model(data, folder), folder);
      try (LocalJob job = startJob(broker, model, folder)) {
        return replayAndCount(data, broker, job, machine);
      }
    }
  }

  private DemoDataset dataset() throws IOException {
    return options.data().isPresent()
        ? DemoDatasets.folder(options.data().get())
        : DemoDatasets.generated(options.seed());
  }

  private EmbeddedBroker startBroker() throws IOException {
    screen.step("starting a Kafka broker in this JVM");
    EmbeddedBroker broker = EmbeddedBroker.start();
    try (Topics topics = new Topics(broker.address())) {
      topics.createFor(JobOptions.DEFAULT, PARTITIONS);
    }
    screen.detail("broker at %s", broker.address());
    return broker;
  }

  private MachineMetricsSender startMachineMetrics(EmbeddedBroker broker) {
    MachineMetricsSender machine =
        new MachineMetricsSender(
            broker.address(), JobOptions.DEFAULT.get(JobOptions.INPUT_TOPICS), clock);
    if (options.live()) {
      machine.start();
      screen.detail("sending this machine's metrics, twice a second");
    }
    return machine;
  }

  private Path model(DemoDataset data, TemporaryFolder folder) throws IOException {
    if (options.model().isPresent()) {
      return options.model().get();
    }
    screen.step("training an LSTM on the history, at most %d epochs", options.epochs());
    // No time limit: the model would depend on the speed of the machine.
    TrainingOptions training =
        TrainingOptions.DEFAULTS
            .withName("demo")
            .withFit(FitConfig.DEFAULT.withEpochs(options.epochs()).withSeed(options.seed()));
    TrainingEnvironment environment =
        TrainingEnvironment.printingTo(line -> screen.detail("%s", line));
    return new TrainingPipeline(training, environment)
        .run(data.history(), folder.path().resolve("demo.weir"))
        .file();
  }

  private Path publish(Path model, TemporaryFolder folder) throws IOException {
    Registry.Published published = new Registry(folder.path().resolve("models")).publish(model);
    screen.step("published %s@%s", published.name(), published.version());
    return published.file();
  }

  private LocalJob startJob(EmbeddedBroker broker, Path model, TemporaryFolder folder)
      throws IOException {
    screen.step("starting the Flink job in this JVM");
    JobOptions job =
        JobOptions.of(
            "--brokers", broker.address(),
            "--model", model.toString(),
            "--duplicates", "keep",
            "--checkpoint-interval", "1s",
            "--idleness", "2s");
    return LocalJob.start(
        job,
        folder.path().resolve("state"),
        Map.of("heartbeat.interval", "500", "heartbeat.timeout", "60000"));
  }

  private DemoSummary replayAndCount(
      DemoDataset data, EmbeddedBroker broker, LocalJob job, MachineMetricsSender machine)
      throws IOException {
    ReplaySpan span = ReplaySpan.of(data.replay().open());
    LabelMatcher matcher = new LabelMatcher(data.anomalies(), span.series());
    String alertsTopic = JobOptions.DEFAULT.get(JobOptions.ALERTS_TOPIC);
    long startNanos = System.nanoTime();
    try (AlertReader alerts =
        AlertReader.start(
            broker.address(),
            alertsTopic,
            alert -> {
              if (alert.path("startedAt").asLong() >= span.fromMillis()) {
                matcher.add(alert);
                screen.alert(alert);
              }
            })) {
      long sent = warmUp(data, broker) + replay(data, span, broker) + machine.finish();
      DrainWait.await(job, sent, alerts);
      return summary(job, matcher, span, (System.nanoTime() - startNanos) / 1e9);
    }
  }

  /** The detector compares each point with the history of its series. */
  private long warmUp(DemoDataset data, EmbeddedBroker broker) throws IOException {
    Iterator<MetricEvent> history = data.warmUp().open();
    if (!history.hasNext()) {
      return 0;
    }
    screen.step("sending the history at full speed, so that the job has seen every series");
    return send(history, Pace.of("max"), broker);
  }

  private long replay(DemoDataset data, ReplaySpan span, EmbeddedBroker broker) throws IOException {
    screen.step(
        "replaying %,d events of %d series at %,.0f times real time",
        span.events(), span.series().size(), span.millis() / 1000.0 / options.seconds());
    return send(data.replay().open(), span.pace(options.seconds()), broker);
  }

  private long send(Iterator<MetricEvent> events, Pace pace, EmbeddedBroker broker)
      throws IOException {
    String topic = JobOptions.DEFAULT.get(JobOptions.INPUT_TOPICS);
    try (EventProducer producer = new EventProducer(broker.address(), topic)) {
      return new Replayer(producer, pace, line -> screen.detail("%s", line)).send(events);
    }
  }

  private DemoSummary summary(LocalJob job, LabelMatcher matcher, ReplaySpan span, double seconds) {
    long events = job.count(JobMetrics.EVENTS);
    long notScored =
        job.count(JobMetrics.DUPLICATE)
            + job.count(JobMetrics.LATE)
            + job.count(JobMetrics.MALFORMED);
    DemoSummary summary =
        new DemoSummary(
            events,
            job.count(JobMetrics.SCORED),
            job.count(JobMetrics.WARMING_UP),
            notScored,
            events / seconds,
            matcher,
            span.seriesDays());
    screen.step("summary");
    summary.lines().forEach(line -> screen.detail("%s", line));
    return summary;
  }
}
