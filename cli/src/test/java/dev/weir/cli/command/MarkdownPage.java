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
 * A Markdown file of the repository.
 *
 * @param path path from the root of the repository
 * @param text content of the file
 */
record MarkdownPage(String path, String text) {

  private static final Pattern LINK =
      Pattern.compile("\\]\\(([^) ]+)\\)|^\\[[^]]+]: (\\S+)", Pattern.MULTILINE);

  private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);

  static MarkdownPage of(String path) {
    return new MarkdownPage(path, Repository.text(path));
  }

  /** Returns the pages at the root, in docs and in modules. */
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

  /** Returns the links to files of the repository. */
  List<String> links() {
    return LINK.matcher(text)
        .results()
        .map(link -> link.group(1) == null ? link.group(2) : link.group(1))
        .filter(link -> !link.startsWith("http"))
        .toList();
  }

  /** Returns whether the file of a link exists, and the heading if the link has one. */
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

  /** Returns the anchor that GitHub generates for a heading. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-');
  }

  /** Returns the distinct values of the first group of the pattern. */
  List<String> found(Pattern pattern) {
    Matcher matcher = pattern.matcher(text);
    return matcher.results().map(result -> result.group(1)).distinct().toList();
  }
}
