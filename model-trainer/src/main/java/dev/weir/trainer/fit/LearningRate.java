package dev.weir.trainer.fit;

import ai.djl.training.tracker.ParameterTracker;

/** The learning rate now: risen linearly over the first steps, then as the schedule says. */
final class LearningRate implements ParameterTracker {

  private static final int WARM_UP_STEPS = 20;
  private static final double LAST_PART = 0.05;
  private static final int PLATEAU_PASSES = 2;

  private final FitConfig config;
  private double part = 1;
  private int passesWithoutGain;

  LearningRate(FitConfig config) {
    this.config = config;
  }

  /**
   * @param progress part of the fit that is done, 0 to 1
   */
  void advance(double progress) {
    if (config.schedule() == Schedule.COSINE) {
      part = LAST_PART + (1 - LAST_PART) * 0.5 * (1 + Math.cos(Math.PI * Math.min(1, progress)));
    }
  }

  void passed(boolean better) {
    passesWithoutGain = better ? 0 : passesWithoutGain + 1;
    if (config.schedule() == Schedule.PLATEAU && passesWithoutGain >= PLATEAU_PASSES) {
      part *= 0.5;
      passesWithoutGain = 0;
    }
  }

  double now() {
    return config.learningRate() * part;
  }

  @Override
  public float getNewValue(String parameterId, int step) {
    return at(step);
  }

  /**
   * @param step number of the step, from 1
   */
  float at(int step) {
    return (float) (now() * Math.min(1.0, (double) step / WARM_UP_STEPS));
  }
}
