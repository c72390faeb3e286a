// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.window;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * How series are cut into windows.
 *
 * @param window steps of back-propagation through time, 2 or more
 * @param lanes maximum number of sequences stepped in parallel, 1 or more
 * @param sequence maximum length of a sequence in points, 2 or more; the state is carried within
 *     it; raised to {@code window} if it is shorter
 */
@RecordBuilder
public record WindowConfig(int window, int lanes, int sequence)
    implements WindowConfigBuilder.With {

  /** The defaults of {@code weir train}. */
  public static final WindowConfig DEFAULT = new WindowConfig(64, 32, 1024);

  /**
   * @throws IllegalArgumentException if a size is out of range
   */
  public WindowConfig {
    require("window", window, 2);
    require("batch", lanes, 1);
    require("sequence", sequence, 2);
    sequence = Math.max(window, sequence);
  }

  private static void require(String option, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(
          option + " must be " + least + " or more: " + option + "=" + value);
    }
  }
}
