package dev.weir.decision;

import java.util.Locale;

/** How far the user's budget holds for one series. */
public enum Guarantee {
  /** Warming up: nothing is judged. */
  LEARNING,
  /** Judged by the rates of the cohort that the model was calibrated on. */
  PROVISIONAL,
  /** Long enough under its own control that its alerts are within a factor of two of the budget. */
  GUARANTEED;

  /** The word in records. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
