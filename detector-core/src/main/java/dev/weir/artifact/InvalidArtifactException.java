// SPDX-License-Identifier: Apache-2.0
package dev.weir.artifact;

import java.io.IOException;

/** Thrown if an artifact is not valid. The message has the found and the expected value. */
public final class InvalidArtifactException extends IOException {

  private static final long serialVersionUID = 1L;

  InvalidArtifactException(String message) {
    super(message);
  }

  InvalidArtifactException(String message, Throwable cause) {
    super(message, cause);
  }
}
