package dev.weir.sandbox.junit;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real series that stand beside the checkout and are not part of it. */
public final class SharedData {

  private SharedData() {}

  /** A folder of it; the test is skipped where it is absent. */
  public static Path folder(String name) {
    Path folder = root().resolve(name);
    Assumptions.assumeTrue(
        Files.isDirectory(folder),
        () -> "skipped: needs real series at " + folder + " (set -Dweir.shared=DIR)");
    return folder;
  }

  private static Path root() {
    String given =
        System.getProperty("weir.shared", System.getenv().getOrDefault("WEIR_SHARED", ""));
    if (!given.isEmpty()) {
      return Path.of(given);
    }
    Path up = Path.of("").toAbsolutePath();
    while (up != null && !Files.isDirectory(up.resolve("shared/nab"))) {
      up = up.getParent();
    }
    return up == null ? Path.of("shared") : up.resolve("shared");
  }
}
