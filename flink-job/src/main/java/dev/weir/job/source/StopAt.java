// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.common.TopicPartition;

/** Offset at which the job stops reading and ends. */
public sealed interface StopAt {

  /** Syntax of one entry of {@link Offsets}. */
  Pattern ENTRY = Pattern.compile("(.+)-([0-9]{1,9}):([0-9]{1,18})");

  /** The job runs until it is canceled. */
  record Never() implements StopAt {}

  /** The end of each partition at the start of the job. */
  record Latest() implements StopAt {}

  /**
   * An offset for each partition.
   *
   * @param offsets first offset that is not read, for every partition of the input
   */
  record Offsets(Map<TopicPartition, Long> offsets) implements StopAt {}

  /**
   * Parses {@code never}, {@code latest} or {@code topic-partition:offset,...}.
   *
   * @throws IllegalArgumentException if the text is none of these
   */
  static StopAt parse(String text) {
    return switch (text) {
      case "never" -> new Never();
      case "latest" -> new Latest();
      default -> parseOffsets(text);
    };
  }

  private static Offsets parseOffsets(String text) {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    for (String entry : text.split(",", -1)) {
      Matcher matcher = ENTRY.matcher(entry.strip());
      if (!matcher.matches()) {
        throw new IllegalArgumentException(
            "stop-at must be never, latest or topic-partition:offset,...: found=" + entry);
      }
      offsets.put(
          new TopicPartition(matcher.group(1), Integer.parseInt(matcher.group(2))),
          Long.valueOf(matcher.group(3)));
    }
    return new Offsets(offsets);
  }

  /** The offsets for Flink's source; absent if the job never stops. */
  default Optional<OffsetsInitializer> initializer() {
    if (this instanceof Offsets given) {
      return Optional.of(OffsetsInitializer.offsets(given.offsets()));
    }
    return this instanceof Latest ? Optional.of(OffsetsInitializer.latest()) : Optional.empty();
  }
}
