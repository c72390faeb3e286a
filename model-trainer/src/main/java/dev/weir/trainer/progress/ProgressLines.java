// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.progress;

import dev.weir.trainer.fit.BatchOutcome;
import dev.weir.trainer.fit.EpochOutcome;
import dev.weir.trainer.fit.FitListener;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Consumer;

/** Progress as one line per pass, with loss, points/s and an upper bound of the remaining time. */
public final class ProgressLines implements FitListener {

  private final Consumer<String> out;
  private final InstantSource clock;
  private long startMillis;
  private int epochs;

  /**
   * @param out receives each line
   * @param clock measures the remaining time
   */
  public ProgressLines(Consumer<String> out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
  }

  @Override
  public void epochStarted(int epoch, int epochs, long points) {
    startMillis = epoch == 1 ? clock.millis() : startMillis;
    this.epochs = epochs;
  }

  @Override
  public void batchDone(BatchOutcome outcome) {
    if (outcome instanceof BatchOutcome.Skipped skipped) {
      out.accept("skipped a batch of " + skipped.points() + " points: " + skipped.reason());
    }
  }

  @Override
  public void epochDone(EpochOutcome outcome) {
    out.accept(
        String.format(
            Locale.ROOT,
            "pass %d/%d  loss %.4f  held-out loss %.4f%s  %,d points/s  at most %s left",
            outcome.epoch(),
            epochs,
            outcome.trainingLoss(),
            outcome.validationLoss(),
            outcome.best() ? " (best)" : "",
            (long) (outcome.points() / Math.max(outcome.seconds(), 1e-3)),
            remaining(outcome.epoch())));
  }

  private String remaining(int done) {
    long spent = clock.millis() - startMillis;
    Duration left = Duration.ofMillis(spent / done * (epochs - done));
    return left.toMinutes() > 0
        ? left.toMinutes() + " min " + left.toSecondsPart() + " s"
        : left.toSeconds() + " s";
  }
}
