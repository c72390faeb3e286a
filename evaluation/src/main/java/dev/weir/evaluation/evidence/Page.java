package dev.weir.evaluation.evidence;

import dev.weir.evaluation.figure.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One measure.
 *
 * @param file name of the file it goes into
 * @param title what was measured
 * @param about how, in sentences
 * @param summary table of the figures
 * @param figures the figures that the list of all pages names
 * @param rows table of every series' row
 */
public record Page(
    String file, String title, String about, String summary, List<Figure> figures, String rows) {

  /** What it was made with. */
  public record Origin(String command, String model, long seed) {}

  /** Writes the page into a folder, which is made where it is absent. */
  public void write(Path folder, Origin origin) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(file), text(origin));
  }

  /** The whole page. */
  public String text(Origin origin) {
    return String.join(
        "\n",
        "# " + title,
        "",
        "Made by `" + origin.command() + "`",
        "with model `" + origin.model() + "`, seed " + origin.seed() + ".",
        "",
        about,
        "",
        summary,
        "## Every row",
        "",
        rows);
  }
}
