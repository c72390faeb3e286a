// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.evidence;

import dev.weir.evaluation.figure.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Evidence page of one measure.
 *
 * @param file name of its file
 * @param title title of the page
 * @param about description of the measure, in sentences
 * @param summary table of the figures
 * @param figures figures for the list of all pages
 * @param rows table with one row per series
 */
public record Page(
    String file, String title, String about, String summary, List<Figure> figures, String rows) {

  private static final String TEXT =
      """
      # %s

      Made by `%s`
      with model `%s`, seed %d.

      %s

      %s
      ## All rows

      %s""";

  /**
   * Origin of a page.
   *
   * @param command command line that made it
   * @param model id of the model
   * @param seed seed of the bootstrap and of generated series
   */
  public record Origin(String command, String model, long seed) {}

  /** Writes the page into a folder, which is created if necessary. */
  public void write(Path folder, Origin origin) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(file), text(origin));
  }

  /** The whole page, in Markdown. */
  public String text(Origin origin) {
    return TEXT.formatted(
        title, origin.command(), origin.model(), origin.seed(), about, summary, rows);
  }
}
