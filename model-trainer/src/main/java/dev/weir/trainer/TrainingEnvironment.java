// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer;

import dev.weir.trainer.fit.FitListener;
import dev.weir.trainer.progress.ProgressLines;
import dev.weir.trainer.progress.ProgressOnTerminal;
import dev.weir.trainer.progress.TrainingMeters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/**
 * Output, meters and clock of a training run.
 *
 * @param out receives the output, line by line
 * @param bar whether progress is a bar on the terminal instead of lines
 * @param meters registry of the meters
 * @param clock measures the passes and dates the artifact
 */
public record TrainingEnvironment(
    Consumer<String> out, boolean bar, MeterRegistry meters, InstantSource clock) {

  /** Returns an environment without output. */
  public static TrainingEnvironment quiet() {
    return new TrainingEnvironment(line -> {}, false, new SimpleMeterRegistry(), Clock.systemUTC());
  }

  /**
   * Returns an environment that prints to this consumer, with a progress bar if there is a
   * terminal.
   */
  public static TrainingEnvironment printingTo(Consumer<String> out) {
    return new TrainingEnvironment(
        out, System.console() != null, new SimpleMeterRegistry(), Clock.systemUTC());
  }

  /** Returns an environment that prints to this writer and flushes each line. */
  public static TrainingEnvironment printingTo(PrintWriter out) {
    return printingTo(
        line -> {
          out.println(line);
          out.flush();
        });
  }

  FitListener listener() {
    FitListener progress = bar ? new ProgressOnTerminal() : new ProgressLines(out, clock);
    return FitListener.all(List.of(progress, new TrainingMeters(meters)));
  }
}
