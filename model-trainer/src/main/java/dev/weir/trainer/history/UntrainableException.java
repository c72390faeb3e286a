// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.history;

/** Exception for a history or target with which no model can be trained. */
public final class UntrainableException extends RuntimeException {

  /**
   * @param message rule, value found, place and remedy, in one line
   */
  public UntrainableException(String message) {
    super(message);
  }
}
