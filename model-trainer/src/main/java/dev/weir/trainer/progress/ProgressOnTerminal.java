// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.progress;

import dev.weir.trainer.fit.BatchOutcome;
import dev.weir.trainer.fit.EpochOutcome;
import dev.weir.trainer.fit.FitListener;
import java.text.DecimalFormat;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress bar on standard error, with loss, points/s and estimated end. */
public final class ProgressOnTerminal implements FitListener {

  private static final int REFRESH_MILLIS = 250;

  private Optional<ProgressBar> bar = Optional.empty();
  private int skipped;
  private String heldOut = "";

  /** The bar appears when the first pass starts. */
  public ProgressOnTerminal() {}

  @Override
  public void epochStarted(int epoch, int epochs, long points) {
    if (bar.isEmpty()) {
      bar = Optional.of(open(epochs * points));
    }
  }

  private static ProgressBar open(long points) {
    return new ProgressBarBuilder()
        .setTaskName("training")
        .setInitialMax(points)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(REFRESH_MILLIS)
        .setUnit("k points", 1000)
        .showSpeed(new DecimalFormat("#,##0"))
        .build();
  }

  @Override
  public void batchDone(BatchOutcome outcome) {
    bar.ifPresent(shown -> shown.stepBy(outcome.points()));
    if (outcome instanceof BatchOutcome.Trained trained) {
      show(String.format(Locale.ROOT, "loss %.3f", trained.loss()));
    } else {
      skipped++;
    }
  }

  @Override
  public void epochDone(EpochOutcome outcome) {
    heldOut = String.format(Locale.ROOT, ", held-out %.3f", outcome.validationLoss());
    show(String.format(Locale.ROOT, "loss %.3f", outcome.trainingLoss()));
  }

  private void show(String loss) {
    String message = " " + loss + heldOut + (skipped > 0 ? ", skipped " + skipped : "");
    bar.ifPresent(shown -> shown.setExtraMessage(message));
  }

  @Override
  public void fitDone() {
    bar.ifPresent(ProgressBar::close);
  }
}
