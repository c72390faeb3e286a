// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.fit;

import java.util.Locale;

/** How the learning rate goes from pass to pass. */
public enum Schedule {
  /** Stays. */
  CONSTANT,
  /** Falls along half a cosine to a twentieth (Loshchilov &amp; Hutter 2017). */
  COSINE,
  /** Halves when two passes in a row bring no better validation loss. */
  PLATEAU;

  /** The name on the command line and in model metadata, such as {@code cosine}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
