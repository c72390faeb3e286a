// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.cli.topic.Topics;
import dev.weir.trainer.publish.Registry;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code weir publish}: copies an artifact into the registry. */
@Command(
    name = "publish",
    description =
        "Verify a model, copy it into the registry as the current version, and announce it on a topic.")
public final class PublishCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FILE",
      description = "Model artifact, *.weir, or default, the model that is included in Weir.")
  private Path model = Path.of("");

  @Option(
      names = "--registry",
      paramLabel = "DIR",
      defaultValue = "models",
      description =
          "Root folder of the registry; a job reads it with --model DIR/NAME (default: ${DEFAULT-VALUE}).")
  private Path registry = Path.of("");

  @Option(
      names = "--brokers",
      paramLabel = "HOST:PORT",
      description = "Kafka brokers on which the model is announced (default: no announcement).")
  private Optional<String> brokers = Optional.empty();

  @Option(
      names = "--topic",
      defaultValue = "weir-models",
      description =
          "Compacted topic of announcements, created if it does not exist (default: ${DEFAULT-VALUE}).")
  private String topic = "";

  @CommandLine.Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Registry.Published published = new Registry(registry).publish(model);
    out.printf(
        "%s %s@%s: %s%n",
        published.isNew() ? "published" : "already in the registry, made current:",
        published.name(),
        published.version(),
        published.file());
    if (brokers.isPresent()) {
      announce(published, brokers.get());
      out.printf("announced on %s at %s%n", topic, brokers.get());
    }
    return CommandLine.ExitCode.OK;
  }

  private void announce(Registry.Published published, String servers) throws IOException {
    try (Topics topics = new Topics(servers)) {
      topics.createCompacted(topic);
    }
    byte[] key = published.name().getBytes(StandardCharsets.UTF_8);
    byte[] value =
        new ObjectMapper()
            .writeValueAsBytes(
                Map.of(
                    "name",
                    published.name(),
                    "version",
                    published.version(),
                    "file",
                    published.file().toString()));
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers, "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, key, value)).get();
    } catch (ExecutionException e) {
      throw new IOException(
          "the model is published, but announcing it failed: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while announcing", e);
    }
  }
}
