package dev.weir.event;

/** What a record turned out to be: an event, or malformed for a reason that a person can act on. */
public sealed interface DecodeResult {

  /** A well-formed event. */
  record Decoded(MetricEvent event) implements DecodeResult {}

  /**
   * @param reason what is wrong and where, in one line, for the dead-letter topic
   */
  record Malformed(String reason) implements DecodeResult {}
}
