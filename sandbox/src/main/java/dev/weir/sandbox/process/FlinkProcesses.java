// SPDX-License-Identifier: Apache-2.0
package dev.weir.sandbox.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/**
 * A Flink cluster of processes, started from Maven's jars: a JobManager and TaskManagers, none of
 * which has anything of Weir on its class path but the reporter in its plugins folder.
 */
public final class FlinkProcesses implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** As the configuration of every Flink distribution has it; running a jar needs it. */
  private static final String OPENS = "--add-opens=java.base/java.util=ALL-UNNAMED";

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path folder;
  private final int restPort;
  private final int rpcPort;
  private final List<JvmProcess> processes = new ArrayList<>();

  private FlinkProcesses(Path folder, int restPort, int rpcPort) {
    this.folder = folder;
    this.restPort = restPort;
    this.rpcPort = rpcPort;
  }

  /**
   * Starts a JobManager.
   *
   * @param folder for configuration, logs, plugins and checkpoints
   * @param reporter the reporter's shaded jar
   */
  public static FlinkProcesses start(Path folder, Path reporter) throws Exception {
    Path plugin = Files.createDirectories(folder.resolve("plugins/weir"));
    Files.copy(reporter, plugin.resolve(reporter.getFileName()));
    FlinkProcesses cluster = new FlinkProcesses(folder, FreePort.pick(), FreePort.pick());
    JvmProcess jobManager =
        cluster.run(
            "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
            cluster.configuration("jobmanager", List.of()));
    cluster.await("JobManager", jobManager, () -> cluster.get("/overview").has("taskmanagers"));
    return cluster;
  }

  /** A TaskManager. */
  public final class Worker {

    private final JvmProcess process;
    private final int metricsPort;

    private Worker(JvmProcess process, int metricsPort) {
      this.process = process;
      this.metricsPort = metricsPort;
    }

    /** What Prometheus would scrape. */
    public List<String> metrics() throws IOException, InterruptedException {
      URI page = URI.create("http://localhost:" + metricsPort + "/metrics");
      return http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofLines())
          .body()
          .toList();
    }

    /** Ends it at once, as a crash does. */
    public void kill() {
      process.kill();
    }
  }

  /** Starts a TaskManager of two slots and waits until it has registered. */
  public Worker startWorker(String name) throws Exception {
    int metricsPort = FreePort.pick();
    List<String> parts =
        List.of(
            "taskmanager.resource-id: " + name,
            "taskmanager.host: localhost",
            "taskmanager.numberOfTaskSlots: 2",
            "taskmanager.cpu.cores: 2.0",
            "taskmanager.memory.task.heap.size: 256m",
            "taskmanager.memory.task.off-heap.size: 0m",
            "taskmanager.memory.framework.heap.size: 128m",
            "taskmanager.memory.framework.off-heap.size: 128m",
            "taskmanager.memory.network.min: 64m",
            "taskmanager.memory.network.max: 64m",
            "taskmanager.memory.managed.size: 128m",
            "taskmanager.memory.jvm-metaspace.size: 256m",
            "taskmanager.memory.jvm-overhead.min: 64m",
            "taskmanager.memory.jvm-overhead.max: 64m",
            "metrics.reporter.weir.factory.class:"
                + " dev.weir.job.metrics.MicrometerReporterFactory",
            "metrics.reporter.weir.registry: prometheus",
            "metrics.reporter.weir.port: " + metricsPort);
    JvmProcess process =
        run("org.apache.flink.runtime.taskexecutor.TaskManagerRunner", configuration(name, parts));
    await("TaskManager", process, () -> isRegistered(name));
    return new Worker(process, metricsPort);
  }

  /** Retries while the process gives no answer; fails if it ends, or after {@link #PATIENCE}. */
  private void await(String what, JvmProcess process, Callable<Boolean> condition) {
    Awaitility.await(what)
        .atMost(PATIENCE)
        .ignoreExceptionsMatching(IOException.class::isInstance)
        .failFast(process::requireAlive)
        .until(condition);
  }

  private boolean isRegistered(String name) throws IOException, InterruptedException {
    return get("/taskmanagers").get("taskmanagers").findValuesAsText("id").contains(name);
  }

  private Path configuration(String name, List<String> parts) throws IOException {
    List<String> lines = new ArrayList<>(parts);
    lines.addAll(
        List.of(
            "jobmanager.rpc.address: localhost",
            "jobmanager.rpc.port: " + rpcPort,
            "jobmanager.bind-host: localhost",
            "rest.address: localhost",
            "rest.port: " + restPort,
            "rest.bind-port: " + restPort,
            "web.upload.dir: " + folder.resolve("uploads"),
            "io.tmp.dirs: " + Files.createDirectories(folder.resolve("tmp")),
            "heartbeat.interval: 1 s",
            "heartbeat.timeout: 10 s",
            "restart-strategy.type: fixed-delay",
            "restart-strategy.fixed-delay.attempts: 100",
            "restart-strategy.fixed-delay.delay: 1 s",
            "state.backend.type: rocksdb",
            "execution.checkpointing.storage: filesystem",
            "execution.checkpointing.dir: " + folder.resolve("checkpoints").toUri()));
    Path directory = Files.createDirectories(folder.resolve(name));
    Files.write(directory.resolve("config.yaml"), lines);
    return directory;
  }

  private JvmProcess run(String mainClass, Path directory) throws IOException {
    JvmProcess process =
        JvmProcess.start(
            new JvmProcess.Program(
                mainClass,
                ClassPaths.flink(),
                List.of("-Xmx512m", OPENS, "-Dlog4j2.configurationFile=" + logging()),
                List.of("--configDir", directory.toString()),
                Map.of("FLINK_PLUGINS_DIR", folder.resolve("plugins").toString())),
            directory.resolve("process.log"));
    processes.add(process);
    return process;
  }

  private static String logging() {
    return String.valueOf(FlinkProcesses.class.getResource("/log4j2-test.properties"));
  }

  /** Uploads a jar and runs its main class; returns the job's id. */
  public String submit(Path jar, List<String> arguments) throws IOException, InterruptedException {
    String uploaded = upload(jar);
    String body = JSON.writeValueAsString(Map.of("programArgsList", arguments));
    HttpRequest run =
        HttpRequest.newBuilder(uri("/jars/" + uploaded + "/run"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    return send(run).get("jobid").asText();
  }

  private String upload(Path jar) throws IOException, InterruptedException {
    String boundary = "weir-boundary";
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\"%s\"\r\n"
            + "Content-Type: application/x-java-archive\r\n\r\n";
    form.writeBytes(
        head.formatted(boundary, jar.getFileName()).getBytes(StandardCharsets.US_ASCII));
    form.writeBytes(Files.readAllBytes(jar));
    form.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    HttpRequest upload =
        HttpRequest.newBuilder(uri("/jars/upload"))
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofByteArray(form.toByteArray()))
            .build();
    return Path.of(send(upload).get("filename").asText()).getFileName().toString();
  }

  /** The state of a job, like {@code RUNNING}. */
  public String stateOf(String job) throws IOException, InterruptedException {
    return get("/jobs/" + job).get("state").asText();
  }

  /** Completed checkpoints of a job. */
  public int checkpointsOf(String job) throws IOException, InterruptedException {
    return get("/jobs/" + job + "/checkpoints").get("counts").get("completed").asInt();
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri(path)).build());
  }

  private URI uri(String path) {
    return URI.create("http://localhost:" + restPort + path);
  }

  private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    var response = http.send(request, BodyHandlers.ofString());
    String answer = request.uri() + " answers " + response.body();
    if (response.statusCode() == HttpURLConnection.HTTP_UNAVAILABLE) {
      throw new ConnectException(answer);
    }
    if (response.statusCode() >= 300) {
      throw new AssertionError(answer);
    }
    return JSON.readTree(response.body());
  }

  /** What every process printed last. */
  public String lastLines() {
    return String.join("\n\n", processes.stream().map(JvmProcess::lastLines).toList());
  }

  @Override
  public void close() {
    for (int i = processes.size() - 1; i >= 0; i--) {
      processes.get(i).close();
    }
  }
}
