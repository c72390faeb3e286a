// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.history;

import java.util.ArrayList;
import java.util.List;

/** Shortening of many warnings of one kind. */
final class Warnings {

  private static final int MAX_LISTED = 5;

  private Warnings() {}

  /** Returns the first five warnings and the number of the others. */
  static List<String> shorten(List<String> warnings) {
    if (warnings.size() <= MAX_LISTED) {
      return warnings;
    }
    List<String> shortened = new ArrayList<>(warnings.subList(0, MAX_LISTED));
    shortened.add("and " + (warnings.size() - MAX_LISTED) + " more");
    return shortened;
  }
}
