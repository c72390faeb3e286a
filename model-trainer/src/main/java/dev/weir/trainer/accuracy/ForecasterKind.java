// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.accuracy;

/** What is compared, all on the same points. */
public enum ForecasterKind {
  /** The model, with the law it was trained to follow. */
  MODEL("model"),
  /** The last value again. */
  PERSISTENCE("persistence"),
  /** The value one season ago; the last value where there is no season. */
  SEASONAL_NAIVE("seasonal naive"),
  /** AR(8) by recursive least squares. */
  AUTOREGRESSION("AR(8)");

  private final String label;

  ForecasterKind(String label) {
    this.label = label;
  }

  /** The name in reports. */
  public String label() {
    return label;
  }
}
