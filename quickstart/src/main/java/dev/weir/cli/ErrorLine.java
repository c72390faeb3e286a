package dev.weir.cli;

import java.nio.file.FileSystemException;

/** An exception as one line. */
final class ErrorLine {

  private ErrorLine() {}

  static String of(Throwable e) {
    String message = e.getMessage();
    if (message == null || message.isBlank()) {
      return e.getClass().getSimpleName() + "; run with --debug for where it comes from";
    }
    String kind =
        e instanceof FileSystemException failure && failure.getReason() == null
            ? " (" + e.getClass().getSimpleName() + ")"
            : "";
    return message.lines().findFirst().orElse("") + kind;
  }
}
