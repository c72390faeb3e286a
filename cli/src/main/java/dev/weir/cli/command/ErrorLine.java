// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.command;

import dev.weir.cli.topic.TerminalText;
import java.nio.file.FileSystemException;

/** Formats an exception as one line; control characters are escaped. */
public final class ErrorLine {

  private ErrorLine() {}

  public static String of(Throwable e) {
    String message = e.getMessage();
    if (message == null || message.isBlank()) {
      return e.getClass().getSimpleName() + "; run with --debug for the stack trace";
    }
    String kind =
        e instanceof FileSystemException failure && failure.getReason() == null
            ? " (" + e.getClass().getSimpleName() + ")"
            : "";
    return TerminalText.escape(message.lines().findFirst().orElse("")) + kind;
  }
}
