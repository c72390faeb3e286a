// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.topic;

import dev.weir.job.JobOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/** Admin client that creates topics. Fails within 10 seconds if no broker answers. */
public final class Topics implements AutoCloseable {

  private static final int TIMEOUT_MILLIS = 10_000;

  private final String brokers;
  private final Admin admin;

  /**
   * @param brokers host:port, comma-separated
   * @throws IllegalArgumentException if a broker is not host:port, or no host has an address
   */
  public Topics(String brokers) {
    this.brokers = brokers;
    this.admin = admin(brokers);
  }

  /** The reason of a failure is its cause; the message of the exception names only the client. */
  private static Admin admin(String brokers) {
    try {
      return Admin.create(
          Map.of(
              "bootstrap.servers", brokers,
              "request.timeout.ms", String.valueOf(TIMEOUT_MILLIS / 2),
              "default.api.timeout.ms", String.valueOf(TIMEOUT_MILLIS)));
    } catch (KafkaException e) {
      Throwable reason = e.getCause() == null ? e : e.getCause();
      throw new IllegalArgumentException(
          "the Kafka brokers can't be used; name yours with --brokers host:port: brokers="
              + brokers
              + ", reason="
              + reason.getMessage(),
          e);
    }
  }

  /**
   * Verifies that a broker answers.
   *
   * @throws IOException if none does
   */
  public void requireBroker() throws IOException {
    names();
  }

  /**
   * Returns the names of all topics.
   *
   * @throws IOException if no broker answers
   */
  public Set<String> names() throws IOException {
    return await(admin.listTopics().names().toCompletionStage().toCompletableFuture());
  }

  /** Creates the topics that a job with these options reads and writes, if they do not exist. */
  public void createFor(JobOptions job, int partitions) throws IOException {
    List<String> topics = new ArrayList<>(List.of(job.get(JobOptions.INPUT_TOPICS).split(",", -1)));
    topics.add(job.get(JobOptions.ALERTS_TOPIC));
    topics.add(job.get(JobOptions.DEAD_LETTER_TOPIC));
    topics.add(job.get(JobOptions.LATE_TOPIC));
    job.find(JobOptions.SCORES_TOPIC).ifPresent(topics::add);
    create(topics, partitions);
  }

  /** Creates those of the topics that do not exist. */
  public void create(Collection<String> topics, int partitions) throws IOException {
    create(
        topics.stream()
            .map(topic -> new NewTopic(topic, Optional.of(partitions), Optional.empty()))
            .toList());
  }

  /** Creates a topic that keeps the last record of each key, if it does not exist. */
  public void createCompacted(String topic) throws IOException {
    create(
        List.of(
            new NewTopic(topic, Optional.of(1), Optional.empty())
                .configs(Map.of("cleanup.policy", "compact"))));
  }

  /** Does not list the topics first: another client may create one in between. */
  private void create(List<NewTopic> topics) throws IOException {
    for (KafkaFuture<Void> created : admin.createTopics(topics).values().values()) {
      await(
          created
              .toCompletionStage()
              .exceptionally(Topics::ignoreExistingTopic)
              .toCompletableFuture());
    }
  }

  private static @Nullable Void ignoreExistingTopic(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof TopicExistsException) {
      return null;
    }
    throw new CompletionException(cause);
  }

  private <T> T await(CompletableFuture<T> answer) throws IOException {
    try {
      return answer.get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw unreachable(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException
          ? unreachable(e)
          : new IOException("Kafka refused: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for Kafka", e);
    }
  }

  private IOException unreachable(Exception cause) {
    return new IOException(
        "no Kafka broker answers at "
            + brokers
            + "; start one, or name yours with --brokers host:port",
        cause);
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(1));
  }
}
