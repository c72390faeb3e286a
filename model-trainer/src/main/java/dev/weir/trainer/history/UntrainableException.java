// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.history;

/** A history, or a target, with which no model can be trained; the message says what and where. */
public final class UntrainableException extends RuntimeException {

  /**
   * @param message the rule, what was found, where, and the remedy, in one line
   */
  public UntrainableException(String message) {
    super(message);
  }
}
