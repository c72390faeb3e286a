// SPDX-License-Identifier: Apache-2.0
package dev.weir.event;

/**
 * The rules for series names. A name is a key of the job's state and of the records that it writes:
 * its size is limited, and it has exactly one form in UTF-8, so that two series never become one.
 */
final class SeriesNames {

  /** Longest name, bytes in UTF-8. */
  static final int MAX_BYTES = 512;

  private SeriesNames() {}

  /**
   * Requires a valid name.
   *
   * @throws IllegalArgumentException if it is blank, too long, or has an unpaired surrogate
   */
  static void require(String name) {
    require(name.isBlank(), bytes(name));
  }

  /**
   * Requires a valid name.
   *
   * @param bytes length of the name, bytes in UTF-8
   * @throws IllegalArgumentException if it is blank or too long
   */
  static void require(boolean blank, int bytes) {
    if (blank) {
      throw new IllegalArgumentException("series must not be blank");
    }
    if (bytes > MAX_BYTES) {
      throw new IllegalArgumentException(
          "series must have at most " + MAX_BYTES + " bytes in UTF-8: found=" + bytes);
    }
  }

  private static int bytes(String name) {
    int bytes = 0;
    for (int i = 0; i < name.length(); i++) {
      char symbol = name.charAt(i);
      if (Character.isSurrogate(symbol)) {
        requirePair(name, i++);
        bytes += 4;
      } else {
        bytes += symbol < 0x80 ? 1 : symbol < 0x800 ? 2 : 3;
      }
    }
    return bytes;
  }

  private static void requirePair(String name, int at) {
    if (!Character.isSupplementaryCodePoint(name.codePointAt(at))) {
      throw new IllegalArgumentException(
          String.format(
              "series must not have an unpaired surrogate: character %d is U+%04X",
              at, (int) name.charAt(at)));
    }
  }
}
