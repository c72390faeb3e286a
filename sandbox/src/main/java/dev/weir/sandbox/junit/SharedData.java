// SPDX-License-Identifier: Apache-2.0
package dev.weir.sandbox.junit;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Public data sets as {@code scripts/fetch-data} lays them out: {@code nab} and {@code series}
 * below the folder that the property {@code weir.data} names, or below a folder {@code shared}
 * beside the checkout.
 */
public final class SharedData {

  private SharedData() {}

  /** A folder of it; the test is skipped where it is absent. */
  public static Path folder(String name) {
    Path folder = root().resolve(name);
    Assumptions.assumeTrue(
        Files.isDirectory(folder),
        () -> "no data: " + folder + "; run scripts/fetch-data DIR and set -Dweir.data=DIR");
    return folder;
  }

  private static Path root() {
    String given = System.getProperty("weir.data", "");
    if (!given.isEmpty()) {
      return Path.of(given).toAbsolutePath();
    }
    Path up = Path.of("").toAbsolutePath();
    while (up != null && !Files.isDirectory(up.resolve("shared/nab"))) {
      up = up.getParent();
    }
    return up == null ? Path.of("shared") : up.resolve("shared");
  }
}
