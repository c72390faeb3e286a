// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer;

/** Option that {@code --tune} varies unless the user sets it. */
public enum TunedOption {
  /** {@link NetworkOptions#cell}. */
  CELL("cell"),
  /** {@link NetworkOptions#hidden}. */
  HIDDEN("hidden"),
  /** {@link dev.weir.trainer.window.WindowConfig#window}. */
  WINDOW("window"),
  /** {@link dev.weir.trainer.fit.FitConfig#learningRate}. */
  LEARNING_RATE("learning-rate");

  private final String option;

  TunedOption(String option) {
    this.option = option;
  }

  /** Name of the option on the command line. */
  @Override
  public String toString() {
    return option;
  }
}
