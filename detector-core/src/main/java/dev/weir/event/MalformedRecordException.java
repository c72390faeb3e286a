package dev.weir.event;

/**
 * Ends the decoding of one record; carries no stack trace, since a flood of bad records must stay
 * cheap.
 */
public final class MalformedRecordException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MalformedRecordException(String reason) {
    super(reason, null, false, false);
  }

  /**
   * @param rule what was broken
   * @param at index of the byte that breaks it
   * @param length bytes of the record
   */
  static MalformedRecordException at(String rule, int at, int length) {
    return new MalformedRecordException(rule + " at byte " + at + " of " + length);
  }
}
