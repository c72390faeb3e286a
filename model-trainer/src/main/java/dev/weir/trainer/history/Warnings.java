// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.history;

import java.util.ArrayList;
import java.util.List;

/** Warnings of one kind, of which a person reads only the first few. */
final class Warnings {

  private static final int SPELLED_OUT = 5;

  private Warnings() {}

  /** The first few, and how many more there are. */
  static List<String> shorten(List<String> warnings) {
    if (warnings.size() <= SPELLED_OUT) {
      return warnings;
    }
    List<String> shortened = new ArrayList<>(warnings.subList(0, SPELLED_OUT));
    shortened.add("and " + (warnings.size() - SPELLED_OUT) + " more like that");
    return shortened;
  }
}
