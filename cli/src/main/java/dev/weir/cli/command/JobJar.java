// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;

/** Locates the shaded jar of the job in the checkout or release. */
final class JobJar {

  /** Set by the launcher. */
  private static final String PROPERTY = "weir.job.jar";

  private JobJar() {}

  /**
   * @throws IllegalArgumentException if the jar does not exist
   */
  static Path find() {
    Path jar = Path.of(System.getProperty(PROPERTY, ""));
    if (!Files.isRegularFile(jar)) {
      throw new IllegalArgumentException(
          "the job's jar does not exist; build it with mvn -Pquick package, or set --jar: "
              + PROPERTY
              + "="
              + jar);
    }
    return jar;
  }
}
