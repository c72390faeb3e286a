// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.history;

import dev.weir.event.EventFormat;
import dev.weir.series.ReorderConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Which part of a Kafka topic is read.
 *
 * @param topic the topic
 * @param format how its records are encoded
 * @param from records from this time on, by the record's timestamp
 * @param to up to before this time
 * @param rules what becomes of equal and backward times
 * @param idle how long the broker may give nothing before reading is called off
 * @param client properties of the consumer, {@code bootstrap.servers} at least
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
   * @throws IllegalArgumentException where the span is empty
   */
  public TopicSpan {
    client = Map.copyOf(client);
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "the span to read must not be empty: from=" + from + ", to=" + to);
    }
  }
}
