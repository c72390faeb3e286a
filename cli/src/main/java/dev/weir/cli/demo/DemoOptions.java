package dev.weir.cli.demo;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the user wants to see.
 *
 * @param data folder to replay instead of generated series
 * @param model model to run instead of training one
 * @param seconds about how long the replay is to take
 * @param trainingSeconds most time that training may take
 * @param live whether this machine's own metrics are streamed, too
 * @param seed of the generated series and of training
 */
public record DemoOptions(
    Optional<Path> data,
    Optional<Path> model,
    int seconds,
    int trainingSeconds,
    boolean live,
    long seed) {

  /**
   * Generated series, half a minute of training, three quarters of a minute of replay, and this
   * machine.
   */
  public static final DemoOptions DEFAULT =
      new DemoOptions(Optional.empty(), Optional.empty(), 45, 40, true, 1);
}
