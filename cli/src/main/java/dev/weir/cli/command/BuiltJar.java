// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;

/** The job's shaded jar, as built in this checkout or as part of the release. */
final class BuiltJar {

  /** Set by the launcher. */
  private static final String PROPERTY = "weir.job.jar";

  private BuiltJar() {}

  /**
   * @throws IllegalArgumentException where it was not built
   */
  static Path find() {
    Path jar = Path.of(System.getProperty(PROPERTY, ""));
    if (!Files.isRegularFile(jar)) {
      throw new IllegalArgumentException(
          "the job's jar is not built: "
              + PROPERTY
              + "="
              + jar
              + "; build it with: mvn -Pquick package, or name it with --jar");
    }
    return jar;
  }
}
