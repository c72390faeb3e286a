package dev.weir.event;

/**
 * Ends the decoding of one record; carries no stack trace, since a flood of bad records must stay
 * cheap.
 */
final class MalformedRecordException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MalformedRecordException(String reason) {
    super(reason, null, false, false);
  }

  DecodeResult result() {
    return new DecodeResult.Malformed(String.valueOf(getMessage()));
  }
}
