package dev.weir.evaluation.evidence;

import dev.weir.evaluation.figure.Figure;
import dev.weir.evaluation.figure.MarkdownTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The figures of all pages in one table, each with the page that it stands on.
 *
 * @param pages in the order in which they are to be read
 */
public record PageList(List<Page> pages) {

  private static final String FILE = "README.md";

  /** Keeps an unmodifiable copy. */
  public PageList {
    pages = List.copyOf(pages);
  }

  /** Writes the list beside the pages. */
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
    return String.join(
        "\n",
        "# Evidence",
        "",
        "Made by `" + origin.command() + "`",
        "with model `"
            + origin.model()
            + "`, seed "
            + origin.seed()
            + ". How each figure is"
            + " computed, and every file's and series' row, stand on its page.",
        "",
        table.toString());
  }
}
