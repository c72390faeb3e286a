// SPDX-License-Identifier: Apache-2.0
package dev.weir.sandbox.broker;

import dev.weir.sandbox.process.FreePort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka broker and controller (KRaft) in this JVM, on free ports of the loopback interface.
 */
public final class EmbeddedBroker implements AutoCloseable {

  private static final int NODE = 1;
  private static final String CONTROLLER = "CONTROLLER";

  private final TemporaryFolder folder;
  private final int port;
  private final KafkaRaftServer server;

  private EmbeddedBroker(TemporaryFolder folder, int port, KafkaRaftServer server) {
    this.folder = folder;
    this.port = port;
    this.server = server;
  }

  /**
   * Starts a broker on a free port; takes some seconds.
   *
   * @throws IOException where no folder or port is to be had
   */
  public static EmbeddedBroker start() throws IOException {
    return start(FreePort.pick());
  }

  /**
   * Starts a broker; takes some seconds.
   *
   * @param port where clients connect, on the loopback interface
   * @throws IOException where the port is in use
   */
  public static EmbeddedBroker start(int port) throws IOException {
    requireFree(port);
    TemporaryFolder folder = TemporaryFolder.create("weir-broker");
    format(folder.path());
    KafkaRaftServer server =
        new KafkaRaftServer(new KafkaConfig(config(folder.path(), port)), Time.SYSTEM);
    server.startup();
    return new EmbeddedBroker(folder, port, server);
  }

  /** The broker itself would end the JVM with no more than a line in the log. */
  private static void requireFree(int port) throws IOException {
    if (!FreePort.isFree(port)) {
      throw new IOException("port " + port + " is in use; choose another with --port");
    }
  }

  private static void format(Path folder) throws IOException {
    Formatter formatter =
        new Formatter()
            .setNodeId(NODE)
            .setClusterId(Uuid.randomUuid().toString())
            .addDirectory(folder.toString())
            .setMetadataLogDirectory(folder.toString())
            .setControllerListenerName(CONTROLLER)
            .setReleaseVersion(MetadataVersion.latestProduction())
            .setPrintStream(
                new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8));
    try {
      formatter.run();
    } catch (Exception e) {
      throw new IOException("the embedded broker's folder can't be formatted: folder=" + folder, e);
    }
  }

  private static Map<String, String> config(Path folder, int port) throws IOException {
    int controllerPort = FreePort.pick();
    Map<String, String> config = new HashMap<>();
    config.put("node.id", String.valueOf(NODE));
    config.put("process.roles", "broker,controller");
    config.put("controller.quorum.voters", NODE + "@localhost:" + controllerPort);
    config.put("controller.listener.names", CONTROLLER);
    config.put(
        "listeners",
        "PLAINTEXT://localhost:" + port + "," + CONTROLLER + "://localhost:" + controllerPort);
    config.put(
        "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
    config.put("log.dirs", folder.toString());
    for (String replicated :
        List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
      config.put(replicated + ".replication.factor", "1");
    }
    config.put("transaction.state.log.min.isr", "1");
    config.put("share.coordinator.state.topic.min.isr", "1");
    config.put("offsets.topic.num.partitions", "1");
    config.put("transaction.state.log.num.partitions", "1");
    config.put("group.initial.rebalance.delay.ms", "0");
    config.put("auto.create.topics.enable", "false");
    config.put("log.retention.ms", "-1");
    return config;
  }

  /** Where clients connect. */
  public String address() {
    return "localhost:" + port;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
    folder.close();
  }
}
