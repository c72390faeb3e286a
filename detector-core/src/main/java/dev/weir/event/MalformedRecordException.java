// SPDX-License-Identifier: Apache-2.0
package dev.weir.event;

/**
 * Thrown if a record is malformed. It has no stack trace, so that many malformed records remain
 * cheap.
 */
public final class MalformedRecordException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MalformedRecordException(String reason) {
    super(reason, null, false, false);
  }

  /**
   * Creates an exception with a position.
   *
   * @param rule the broken rule
   * @param at index of the byte that breaks it
   * @param length length of the record in bytes
   */
  static MalformedRecordException at(String rule, int at, int length) {
    return new MalformedRecordException(rule + " at byte " + at + " of " + length);
  }
}
