// SPDX-License-Identifier: Apache-2.0
package dev.weir.event;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Decoder of UTF-8 that rejects invalid bytes, which {@link String} replaces. */
final class StrictUtf8 {

  /** The character that {@link String} puts in place of invalid bytes. It may be valid, too. */
  private static final char REPLACEMENT = '\ufffd';

  private StrictUtf8() {}

  /**
   * Decodes the bytes from {@code from} to {@code to}.
   *
   * @throws MalformedRecordException if they are not UTF-8
   */
  static String decode(byte[] bytes, int from, int to) {
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0) {
      requireValid(bytes, from, to);
    }
    return text;
  }

  private static void requireValid(byte[] bytes, int from, int to) {
    ByteBuffer range = ByteBuffer.wrap(bytes, from, to - from);
    try {
      StandardCharsets.UTF_8.newDecoder().decode(range);
    } catch (CharacterCodingException e) {
      throw MalformedRecordException.at("text must be UTF-8", range.position(), bytes.length);
    }
  }
}
