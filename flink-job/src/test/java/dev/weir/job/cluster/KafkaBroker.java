package dev.weir.job.cluster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A real broker (KRaft) as a process, one for all tests that ask for it as a parameter. */
public final class KafkaBroker implements AutoCloseable {

  private static final int NODE = 1;

  private final Path folder;
  private final String address;
  private final JvmProcess process;

  private KafkaBroker(Path folder, String address, JvmProcess process) {
    this.folder = folder;
    this.address = address;
    this.process = process;
  }

  static KafkaBroker start() throws Exception {
    Path folder = Files.createTempDirectory("weir-kafka");
    int port = freePort();
    Path properties = folder.resolve("server.properties");
    Files.writeString(properties, properties(folder.resolve("data"), port, freePort()));
    format(folder.resolve("data"));
    JvmProcess process =
        JvmProcess.start(
            new JvmProcess.Program(
                "kafka.Kafka",
                ClassPaths.kafka(),
                List.of("-Xmx384m"),
                List.of(properties.toString()),
                Map.of()),
            folder.resolve("broker.log"));
    KafkaBroker broker = new KafkaBroker(folder, "localhost:" + port, process);
    broker.awaitReady();
    return broker;
  }

  /** A port of the loopback interface that nobody has. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void format(Path data) throws Exception {
    new Formatter()
        .setNodeId(NODE)
        .setClusterId(Uuid.randomUuid().toString())
        .addDirectory(data.toString())
        .setMetadataLogDirectory(data.toString())
        .setControllerListenerName("CONTROLLER")
        .setReleaseVersion(MetadataVersion.latestProduction())
        .setPrintStream(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8))
        .run();
  }

  private static String properties(Path data, int port, int controllerPort) {
    return String.join(
        "\n",
        "node.id=" + NODE,
        "process.roles=broker,controller",
        "controller.quorum.voters=" + NODE + "@localhost:" + controllerPort,
        "controller.listener.names=CONTROLLER",
        "listeners=PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort,
        "listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
        "log.dirs=" + data,
        "auto.create.topics.enable=false",
        "group.initial.rebalance.delay.ms=0",
        "offsets.topic.replication.factor=1",
        "offsets.topic.num.partitions=1",
        "transaction.state.log.replication.factor=1",
        "transaction.state.log.min.isr=1",
        "transaction.state.log.num.partitions=1",
        "share.coordinator.state.topic.replication.factor=1",
        "share.coordinator.state.topic.min.isr=1");
  }

  private void awaitReady() {
    Awaitility.await("broker")
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .failFast(process::requireAlive)
        .until(this::answers);
  }

  private boolean answers() throws Exception {
    try (Admin admin = admin()) {
      return !admin.describeCluster().nodes().get().isEmpty();
    }
  }

  Admin admin() {
    return Admin.create(
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000));
  }

  /** Where clients connect. */
  public String address() {
    return address;
  }

  @Override
  public void close() throws IOException {
    process.close();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  /** Starts the broker for the first test that asks, and ends it behind the last. */
  public static final class Extension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == KafkaBroker.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(Namespace.create(KafkaBroker.class))
          .getOrComputeIfAbsent(KafkaBroker.class, key -> startUnchecked(), KafkaBroker.class);
    }

    private static KafkaBroker startUnchecked() {
      try {
        return start();
      } catch (Exception e) {
        throw new IllegalStateException("the broker does not start", e);
      }
    }
  }
}
