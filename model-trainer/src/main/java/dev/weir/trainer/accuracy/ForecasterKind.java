// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.accuracy;

/** Forecasters that are compared on the same points. */
public enum ForecasterKind {
  /** The model, with its error distribution. */
  MODEL("model"),
  /** The last value. */
  PERSISTENCE("persistence"),
  /** The value one season ago; the last value if there is no season. */
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
