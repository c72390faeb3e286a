package dev.weir.evaluate;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Data that stands beside the checkout, never in it; tests that need it skip where it is absent.
 */
public final class SharedData {

  private SharedData() {}

  /** The folder of this name, or a skipped test. */
  public static Path require(String name) {
    String given =
        System.getProperty("weir.shared", System.getenv().getOrDefault("WEIR_SHARED", ""));
    Path folder = given.isEmpty() ? beside(Path.of("").toAbsolutePath()) : Path.of(given);
    assumeTrue(
        Files.isDirectory(folder.resolve(name)),
        () ->
            "skipped: no "
                + folder.resolve(name)
                + "; set WEIR_SHARED to the folder that holds "
                + name);
    return folder.resolve(name);
  }

  /** The folder {@code shared} beside one of the folders above the working directory. */
  private static Path beside(Path start) {
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("shared"))) {
        return folder.resolve("shared");
      }
    }
    return start.resolve("shared");
  }
}
