// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.load;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.common.Node;

/** Size of topics on the broker's disk. */
public final class TopicSize {

  private TopicSize() {}

  /** Bytes of all segments of a topic, including batch headers and transaction markers. */
  public static long bytes(String brokers, String topic)
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
      Set<Integer> nodes =
          admin.describeCluster().nodes().get().stream().map(Node::id).collect(Collectors.toSet());
      return admin.describeLogDirs(nodes).allDescriptions().get().values().stream()
          .flatMap(folders -> folders.values().stream())
          .mapToLong(folder -> bytes(folder, topic))
          .sum();
    }
  }

  private static long bytes(LogDirDescription folder, String topic) {
    return folder.replicaInfos().entrySet().stream()
        .filter(replica -> replica.getKey().topic().equals(topic))
        .mapToLong(replica -> replica.getValue().size())
        .sum();
  }
}
