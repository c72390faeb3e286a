// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.history;

import dev.weir.event.EventFormat;
import dev.weir.series.ReorderConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Part of a Kafka topic to read.
 *
 * @param topic the topic
 * @param format format of the records
 * @param from first timestamp, inclusive
 * @param to last timestamp, exclusive
 * @param rules how points with equal or decreasing times are handled
 * @param idle time without records after which reading fails
 * @param client properties of the consumer, at least {@code bootstrap.servers}
 */
public record TopicSpan(
    String topic,
    EventFormat format,
    Instant from,
    Instant to,
    ReorderConfig rules,
    Duration idle,
    Map<String, Object> client) {

  /**
   * @throws IllegalArgumentException if the span is empty
   */
  public TopicSpan {
    client = Map.copyOf(client);
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "the span to read must not be empty: from=" + from + ", to=" + to);
    }
  }
}
