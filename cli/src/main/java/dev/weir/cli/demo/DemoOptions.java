// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.demo;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the user wants to see.
 *
 * @param data folder to replay instead of generated series
 * @param model model to run instead of training one
 * @param seconds about how long the replay is to take
 * @param epochs most passes of training over the history
 * @param live whether this machine's own metrics are streamed, too
 * @param seed of the generated series and of training
 */
public record DemoOptions(
    Optional<Path> data, Optional<Path> model, int seconds, int epochs, boolean live, long seed) {

  /** Generated series, 60 passes of training, 45 seconds of replay, and this machine's metrics. */
  public static final DemoOptions DEFAULT =
      new DemoOptions(Optional.empty(), Optional.empty(), 45, 60, true, 1);
}
