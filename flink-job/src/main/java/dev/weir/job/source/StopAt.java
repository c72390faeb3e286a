package dev.weir.job.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.common.TopicPartition;

/** Where the job stops to read and ends; never, unless told. */
public sealed interface StopAt {

  /** The form of one entry of {@link Offsets}. */
  Pattern ENTRY = Pattern.compile("(.+)-([0-9]{1,9}):([0-9]{1,18})");

  /** The job runs until it is cancelled. */
  record Never() implements StopAt {}

  /** Behind the records that are there when the job starts. */
  record Latest() implements StopAt {}

  /**
   * Before these offsets.
   *
   * @param offsets the first offset that is not read, for every partition of the input
   */
  record Offsets(Map<TopicPartition, Long> offsets) implements StopAt {}

  /**
   * Reads {@code never}, {@code latest} or {@code topic-partition:offset,...}.
   *
   * @throws IllegalArgumentException where the text is none of these
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

  /** The offsets for Flink's source; absent where it never stops. */
  default Optional<OffsetsInitializer> initializer() {
    if (this instanceof Offsets given) {
      return Optional.of(OffsetsInitializer.offsets(given.offsets()));
    }
    return this instanceof Latest ? Optional.of(OffsetsInitializer.latest()) : Optional.empty();
  }
}
