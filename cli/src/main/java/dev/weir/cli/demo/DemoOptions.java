// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.demo;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Options of the demo.
 *
 * @param data folder of CSV files to replay instead of generated series
 * @param model artifact to run instead of training a model
 * @param seconds approximate duration of the replay
 * @param epochs maximum number of training epochs
 * @param live whether this machine's metrics are sent, too
 * @param seed seed of the generated series and of training
 */
public record DemoOptions(
    Optional<Path> data, Optional<Path> model, int seconds, int epochs, boolean live, long seed) {

  /** Generated series, 60 epochs, 45 seconds of replay, and this machine's metrics. */
  public static final DemoOptions DEFAULT =
      new DemoOptions(Optional.empty(), Optional.empty(), 45, 60, true, 1);
}
