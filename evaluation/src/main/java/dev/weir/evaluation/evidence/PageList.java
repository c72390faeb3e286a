// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.evidence;

import dev.weir.evaluation.figure.Figure;
import dev.weir.evaluation.figure.MarkdownTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Overview page: the figures of all evidence pages in one table, with links to the pages.
 *
 * @param pages in the order of the table
 */
public record PageList(List<Page> pages) {

  private static final String FILE = "README.md";

  private static final String TEXT =
      """
      # Evidence

      Made by `%s`
      with model `%s`, seed %d. Each page describes how its figures are computed and has
      one row per file or series.

      %s""";

  /** Keeps an unmodifiable copy. */
  public PageList {
    pages = List.copyOf(pages);
  }

  /** Writes the overview into the folder of the pages. */
  public void write(Path folder, Page.Origin origin) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(FILE), text(origin));
  }

  private String text(Page.Origin origin) {
    MarkdownTable table = new MarkdownTable("figure", "value:", "std. error:", "page");
    for (Page page : pages) {
      for (Figure figure : page.figures()) {
        table.row(
            figure.what(),
            figure.value(),
            figure.standardError(),
            "[" + page.title() + "](" + page.file() + ")");
      }
    }
    return TEXT.formatted(origin.command(), origin.model(), origin.seed(), table);
  }
}
