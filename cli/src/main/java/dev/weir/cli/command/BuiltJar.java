package dev.weir.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The job's shaded jar, as built in this checkout. */
final class BuiltJar {

  /** Set by the launcher: the checkout's root. */
  private static final String HOME_PROPERTY = "weir.home";

  private BuiltJar() {}

  /**
   * @throws IllegalArgumentException where it was not built
   */
  static Path find() {
    Path folder = Path.of(System.getProperty(HOME_PROPERTY, ""), "flink-job", "target");
    try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("-all.jar"))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "the job's jar is not built: folder="
                          + folder
                          + "; build it with: mvn -Pquick package, or name it with --jar"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
