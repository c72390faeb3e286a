// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.command;

import dev.weir.cli.deploy.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One Markdown file of the repository.
 *
 * @param path from the repository's root
 * @param text its text
 */
record MarkdownPage(String path, String text) {

  private static final Pattern LINK =
      Pattern.compile("\\]\\(([^) ]+)\\)|^\\[[^]]+]: (\\S+)", Pattern.MULTILINE);

  private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);

  static MarkdownPage of(String path) {
    return new MarkdownPage(path, Repository.text(path));
  }

  /** The README, the pages of docs, and those of the modules. */
  static List<MarkdownPage> all() {
    Stream<String> top = Stream.of("README.md", "CONTRIBUTING.md", "benchmarks/README.md");
    return Stream.concat(top, pagesBelow("docs")).map(MarkdownPage::of).toList();
  }

  private static Stream<String> pagesBelow(String folder) {
    try (Stream<Path> files = Files.walk(Repository.resolve(folder))) {
      return files
          .map(file -> Repository.ROOT.relativize(file).toString())
          .filter(name -> name.endsWith(".md"))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Links to files of the repository, as written. */
  List<String> links() {
    return LINK.matcher(text)
        .results()
        .map(link -> link.group(1) == null ? link.group(2) : link.group(1))
        .filter(link -> !link.startsWith("http"))
        .toList();
  }

  /** Whether a link leads to a file, and to a heading where it names one. */
  boolean resolves(String link) {
    String[] parts = link.split("#", 2);
    Path file =
        parts[0].isEmpty()
            ? Repository.resolve(path)
            : Repository.resolve(path).resolveSibling(parts[0]).normalize();
    if (!Files.exists(file)) {
      return false;
    }
    return parts.length == 1 || of(name(file)).anchors().contains(parts[1]);
  }

  private static String name(Path file) {
    return Repository.ROOT.relativize(file).toString();
  }

  private Set<String> anchors() {
    return HEADING.matcher(text).results().map(h -> anchor(h.group(1))).collect(Collectors.toSet());
  }

  /** As GitHub and most renderers make them. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-');
  }

  /** Every occurrence of the pattern's first group. */
  List<String> found(Pattern pattern) {
    Matcher matcher = pattern.matcher(text);
    return matcher.results().map(result -> result.group(1)).distinct().toList();
  }
}
