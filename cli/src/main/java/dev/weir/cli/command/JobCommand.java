// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.command;

import dev.weir.cli.cluster.LocalJob;
import dev.weir.cli.cluster.RemoteCluster;
import dev.weir.cli.topic.Topics;
import dev.weir.job.JobHelp;
import dev.weir.job.JobOptions;
import dev.weir.job.metrics.MicrometerReporterFactory;
import dev.weir.sandbox.process.FreePort;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.ConfigOption;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** {@code weir job}: runs the job in this process or on a Flink cluster. */
@Command(
    name = "job",
    description =
        "Run the job in this process, from its latest checkpoint, or on a Flink cluster with --jobmanager.")
public final class JobCommand implements Callable<Integer> {

  private static final int PARTITIONS = 4;

  @Option(
      names = "--jobmanager",
      paramLabel = "HOST:PORT",
      description = "REST address of a Flink cluster (default: run in this process).")
  private Optional<String> jobManager = Optional.empty();

  @Option(
      names = "--jar",
      paramLabel = "FILE",
      description =
          "With --jobmanager: shaded jar of the job (default: that of this build or release).")
  private Optional<Path> jar = Optional.empty();

  @Option(
      names = "--state",
      paramLabel = "DIR",
      defaultValue = "${sys:weir.home:-.weir}/state",
      description =
          "In this process: folder of checkpoints, one subfolder per job name (default: ${DEFAULT-VALUE}).")
  private Path state = Path.of("");

  @Option(
      names = "--state-backend",
      defaultValue = "hashmap",
      description =
          "In this process: state backend, hashmap or rocksdb (default: ${DEFAULT-VALUE}).")
  private String stateBackend = "";

  @Option(
      names = "--metrics-port",
      defaultValue = "9249",
      description =
          "In this process: port from which Prometheus scrapes metrics (default: ${DEFAULT-VALUE}).")
  private int metricsPort;

  @Option(
      names = "--kafka",
      paramLabel = "NAME=VALUE",
      description =
          "Property of Kafka's consumers and producers, such as security.protocol=SSL; can be repeated.")
  private Map<String, String> kafka = Map.of();

  @CommandLine.Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  /** Returns the command with all options of {@link JobOptions} added. */
  public static CommandLine commandLine() {
    CommandSpec spec = CommandSpec.forAnnotatedObject(new JobCommand());
    JobOptions.ALL.forEach(option -> spec.addOption(describe(option)));
    return new CommandLine(spec);
  }

  private static OptionSpec describe(ConfigOption<?> option) {
    return OptionSpec.builder("--" + option.key())
        .type(String.class)
        .paramLabel("VALUE")
        .description(JobHelp.describe(option).replace("[", "(default: ").replace("]", ")"))
        .build();
  }

  @Override
  public Integer call() throws IOException {
    JobOptions options = options();
    try (Topics topics = new Topics(options.get(JobOptions.BROKERS))) {
      topics.createFor(options, PARTITIONS);
    }
    if (jobManager.isPresent()) {
      String id = new RemoteCluster(jobManager.get()).submit(jar.orElseGet(JobJar::find), options);
      out().printf("job %s is running on %s%n", id, jobManager.get());
    } else {
      runLocally(options);
    }
    return CommandLine.ExitCode.OK;
  }

  private JobOptions options() {
    List<String> args = new ArrayList<>();
    for (ConfigOption<?> option : JobOptions.ALL) {
      String name = "--" + option.key();
      Optional<String> given =
          Optional.ofNullable(spec.commandLine().getParseResult().matchedOptionValue(name, null));
      given.ifPresent(value -> args.addAll(List.of(name, value)));
    }
    kafka.forEach(
        (name, value) -> args.addAll(List.of("--" + JobOptions.KAFKA_PREFIX + name, value)));
    return JobOptions.of(args.toArray(String[]::new));
  }

  private void runLocally(JobOptions options) throws IOException {
    boolean hasMetrics = FreePort.isFree(metricsPort);
    Map<String, String> flink = new HashMap<>(hasMetrics ? reporter() : Map.of());
    flink.put("state.backend.type", stateBackend);
    Path folder = state.resolve(options.get(JobOptions.JOB_NAME));
    LocalJob job = LocalJob.start(options, folder, flink);
    out()
        .println(
            job.restoredFrom()
                .map(path -> "restored from " + path)
                .orElse("started without earlier state"));
    out()
        .printf(
            hasMetrics
                ? "metrics: http://localhost:%d/metrics%n"
                : "no metrics: port %d is in use; choose another with --metrics-port%n",
            metricsPort);
    out().println("the job is running; Ctrl-C stops it");
    out().flush();
    job.awaitEnd();
  }

  private Map<String, String> reporter() {
    return Map.of(
        "metrics.reporter.weir.factory.class", MicrometerReporterFactory.class.getName(),
        "metrics.reporter.weir.registry", "prometheus",
        "metrics.reporter.weir.port", String.valueOf(metricsPort));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
