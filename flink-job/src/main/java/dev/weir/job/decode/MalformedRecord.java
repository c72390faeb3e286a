// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.decode;

import dev.weir.job.source.SourceRecord;

/**
 * A record that is not an event.
 *
 * @param source the unchanged record
 * @param reason the error and its position, one line; cut to {@link #MAX_REASON_LENGTH}
 */
public record MalformedRecord(SourceRecord source, String reason) {

  /** Longest reason, characters. Reasons quote the record, which may be large. */
  public static final int MAX_REASON_LENGTH = 1000;

  private static final String CUT = "...";

  /** Cuts a long reason. */
  public MalformedRecord {
    if (reason.length() > MAX_REASON_LENGTH) {
      reason = reason.substring(0, MAX_REASON_LENGTH - CUT.length()) + CUT;
    }
  }
}
