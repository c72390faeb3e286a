// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

import ai.djl.training.tracker.ParameterTracker;
import ai.djl.training.tracker.Tracker;

/**
 * Learning rate of the next step: linear warm-up, then the schedule.
 *
 * <p>Warm-up and cosine are DJL's trackers. The cosine counts thousandths of the fit instead of
 * steps, because a fit may be limited by time.
 */
final class LearningRate implements ParameterTracker {

  private static final int WARM_UP_STEPS = 20;
  private static final float LAST_PART = 0.05f;
  private static final int PLATEAU_PASSES = 2;
  private static final int WHOLE_FIT = 1000;

  private final Schedule kind;
  private final Tracker schedule;
  private final Tracker warmUp;
  private int done;
  private float factor = 1;
  private int passesWithoutGain;

  LearningRate(FitConfig config) {
    kind = config.schedule();
    schedule = schedule(kind, (float) config.learningRate());
    warmUp =
        Tracker.warmUp()
            .optWarmUpSteps(WARM_UP_STEPS)
            .setMainTracker(step -> factor * schedule.getNewValue(done))
            .build();
  }

  private static Tracker schedule(Schedule kind, float largest) {
    return switch (kind) {
      case CONSTANT, PLATEAU -> Tracker.fixed(largest);
      case COSINE ->
          Tracker.cosine()
              .setBaseValue(largest)
              .optFinalValue(LAST_PART * largest)
              .setMaxUpdates(WHOLE_FIT)
              .build();
    };
  }

  /**
   * Sets the progress of the fit.
   *
   * @param progress 0 to 1
   */
  void advance(double progress) {
    done = (int) Math.min(WHOLE_FIT, Math.round(WHOLE_FIT * progress));
  }

  /** Halves the rate of {@link Schedule#PLATEAU} after two passes without a lower loss. */
  void endPass(boolean better) {
    passesWithoutGain = better ? 0 : passesWithoutGain + 1;
    if (kind == Schedule.PLATEAU && passesWithoutGain >= PLATEAU_PASSES) {
      factor *= 0.5f;
      passesWithoutGain = 0;
    }
  }

  @Override
  public float getNewValue(String parameterId, int step) {
    return warmUp.getNewValue(step);
  }
}
