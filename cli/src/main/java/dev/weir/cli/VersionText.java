// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli;

import dev.weir.artifact.DefaultModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The output of {@code weir --version}: version, Git commit and default model. */
final class VersionText implements IVersionProvider {

  /** Written by the build; without Git the commit is {@code unknown}. */
  private static final String RESOURCE = "/dev/weir/cli/version.properties";

  @Override
  public String[] getVersion() throws IOException {
    Properties build = build();
    return new String[] {
      "weir " + build.getProperty("version"),
      "commit " + build.getProperty("commit"),
      "default model " + DefaultModel.resolve(Path.of(DefaultModel.NAME)).id()
    };
  }

  private static Properties build() throws IOException {
    Properties build = new Properties();
    try (InputStream in = Objects.requireNonNull(VersionText.class.getResourceAsStream(RESOURCE))) {
      build.load(in);
    }
    return build;
  }
}
