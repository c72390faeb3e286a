// SPDX-License-Identifier: Apache-2.0
package dev.weir.event;

import java.nio.charset.StandardCharsets;

/** The output of an {@link EventDecoder}. */
public interface EventSink {

  /**
   * Receives an event. It satisfies the constraints of {@link MetricEvent}.
   *
   * @param series name of the series
   * @param timeMillis event time, milliseconds since 1970-01-01T00:00:00Z
   * @param values starts with the values of the event, {@code [feature]}; a buffer of the decoder,
   *     valid during this call only
   * @param count number of features, 1 or more
   */
  void event(String series, long timeMillis, double[] values, int count);

  /**
   * Receives an event whose series name is plain ASCII in the record. Sinks that need no {@link
   * String} override this method.
   *
   * @param text holds the name from {@code from} to {@code to}; valid during this call only
   */
  default void event(byte[] text, int from, int to, long timeMillis, double[] values, int count) {
    event(
        new String(text, from, to - from, StandardCharsets.ISO_8859_1), timeMillis, values, count);
  }

  /**
   * Receives the reason why a record is malformed.
   *
   * @param reason one line with the broken rule and its position, for the dead-letter topic
   */
  void malformed(String reason);
}
