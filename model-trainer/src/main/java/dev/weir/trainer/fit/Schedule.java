// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

import java.util.Locale;

/** Schedule of the learning rate. */
public enum Schedule {
  /** Constant rate. */
  CONSTANT,
  /** Half a cosine from the initial rate to a twentieth of it (Loshchilov &amp; Hutter 2017). */
  COSINE,
  /** Halved after two passes in a row without a lower validation loss. */
  PLATEAU;

  /** The name on the command line and in model metadata, such as {@code cosine}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
