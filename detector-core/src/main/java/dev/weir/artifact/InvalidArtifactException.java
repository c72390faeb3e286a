package dev.weir.artifact;

import java.io.IOException;

/** An artifact that must not be used; the message names what was found and what was expected. */
public final class InvalidArtifactException extends IOException {

  private static final long serialVersionUID = 1L;

  InvalidArtifactException(String message) {
    super(message);
  }

  InvalidArtifactException(String message, Throwable cause) {
    super(message, cause);
  }
}
