// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.sandbox.broker.EmbeddedBroker;
import dev.weir.sandbox.junit.BrokerExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrokerExtension.class)
class TopicsIT {

  private static final int CLIENTS = 4;

  /** {@code weir job} and {@code weir replay} can start at the same time. */
  @Test
  void create_concurrentClients_allSucceed(EmbeddedBroker broker) throws Exception {
    for (int round = 0; round < 10; round++) {
      String plain = "plain-" + round;
      String compacted = "compacted-" + round;
      runConcurrently(
          start -> {
            try (Topics topics = new Topics(broker.address())) {
              start.await();
              topics.create(List.of(plain), 2);
              topics.createCompacted(compacted);
              return null;
            }
          });
      awaitTopics(broker, List.of(plain, compacted));
    }
  }

  /** A broker lists a topic some milliseconds after it was created. */
  private static void awaitTopics(EmbeddedBroker broker, List<String> names) {
    try (Topics topics = new Topics(broker.address())) {
      Awaitility.await().until(() -> topics.names().containsAll(names));
    }
  }

  private interface Client {
    @Nullable Void run(CyclicBarrier start) throws Exception;
  }

  private static void runConcurrently(Client client) throws Exception {
    CyclicBarrier start = new CyclicBarrier(CLIENTS);
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Callable<Void>> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(() -> client.run(start));
      }
      for (Future<Void> done : threads.invokeAll(clients)) {
        assertThat(done).succeedsWithin(Duration.ofSeconds(10));
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
