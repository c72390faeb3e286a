// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.deploy;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A Dockerfile with one stage. */
record Dockerfile(String text) {

  private static final Pattern FROM = Pattern.compile("(?m)^FROM (\\S+)$");
  private static final Pattern COPY = Pattern.compile("(?m)^COPY (?:--\\S+ )?(\\S+) (\\S+)$");
  private static final Pattern ENTRYPOINT = Pattern.compile("(?m)^ENTRYPOINT \\[\"(\\S+)\"]$");

  /** A copied file, or a folder if the target ends in a slash. */
  record Copy(String source, String target) {

    /** Returns whether the copy contains a path of the image. */
    boolean holds(String path) {
      return target.endsWith("/") ? path.startsWith(target) : path.equals(target);
    }
  }

  static Dockerfile read(String path) {
    return new Dockerfile(Repository.text(path));
  }

  String base() {
    return only(FROM);
  }

  String entrypoint() {
    return only(ENTRYPOINT);
  }

  List<Copy> copies() {
    return COPY.matcher(text)
        .results()
        .map(copy -> new Copy(copy.group(1), copy.group(2)))
        .toList();
  }

  /** Returns the source of a file of the image. */
  String source(String path) {
    return copies().stream()
        .filter(copy -> copy.holds(path))
        .findFirst()
        .map(Copy::source)
        .orElseThrow(() -> new AssertionError("nothing is copied to " + path + ":\n" + text));
  }

  private String only(Pattern pattern) {
    List<MatchResult> found = pattern.matcher(text).results().toList();
    if (found.size() != 1) {
      throw new AssertionError("expected one " + pattern + ", found " + found.size());
    }
    return found.get(0).group(1);
  }
}
