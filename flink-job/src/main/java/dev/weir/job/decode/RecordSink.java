// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.decode;

/** Receives the result of decoding a record. */
public interface RecordSink {

  /**
   * Receives an event with as many values as the model has features.
   *
   * @param values the first {@code count} belong to the event; valid during this call only
   */
  void event(String series, long timeMillis, double[] values, int count);

  /**
   * Receives an event whose series' name is a range of the record's bytes, in ASCII.
   *
   * @param text contains the name from {@code from} to {@code to}; valid during this call only
   */
  void event(byte[] text, int from, int to, long timeMillis, double[] values, int count);

  /** Receives a record that is not an event. */
  void malformed(MalformedRecord record);
}
