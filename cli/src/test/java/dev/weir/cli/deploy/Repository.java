// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The checkout in which the tests run. */
public final class Repository {

  /** Root folder. */
  public static final Path ROOT = root();

  private Repository() {}

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("docker-compose.yml"))) {
      folder =
          Optional.ofNullable(folder.getParent())
              .orElseThrow(() -> new AssertionError("no docker-compose.yml above the module"));
    }
    return folder;
  }

  /** Resolves a path relative to the root. */
  public static Path resolve(String path) {
    return ROOT.resolve(path).normalize();
  }

  /** Reads a file. */
  public static String text(String path) {
    try {
      return Files.readString(resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Yml yaml(String path) {
    return new Yml(new Yaml(new SafeConstructor(new LoaderOptions())).load(text(path)));
  }
}
