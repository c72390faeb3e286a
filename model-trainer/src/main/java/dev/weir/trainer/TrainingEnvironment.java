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
 * What training is run in.
 *
 * @param out receives what a person is told, line by line
 * @param bar whether progress is shown as a bar on the terminal instead of as lines
 * @param meters where runs are metered
 * @param clock times the passes and dates the artifact
 */
public record TrainingEnvironment(
    Consumer<String> out, boolean bar, MeterRegistry meters, InstantSource clock) {

  /** Tells nobody, meters for itself. */
  public static TrainingEnvironment quiet() {
    return new TrainingEnvironment(line -> {}, false, new SimpleMeterRegistry(), Clock.systemUTC());
  }

  /** Tells this consumer; a bar where there is a terminal. */
  public static TrainingEnvironment telling(Consumer<String> out) {
    return new TrainingEnvironment(
        out, System.console() != null, new SimpleMeterRegistry(), Clock.systemUTC());
  }

  /** Tells whoever reads there, each line at once. */
  public static TrainingEnvironment telling(PrintWriter out) {
    return telling(
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
