// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.cli.Weir;
import dev.weir.cli.deploy.Repository;
import dev.weir.job.JobOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Checks that the links, commands, options, packages and classes named in the documents exist. */
class DocumentsTest {

  private static final int README_WORDS = 900;
  private static final int README_COLUMNS = 120;

  /** A command line: command, rest of the line or code span. */
  private static final Pattern COMMAND_LINE =
      Pattern.compile("(?:\\./|`)weir ([a-z]+)([^\\n`|#]*)");

  private static final Pattern OPTION = Pattern.compile("(--[a-z][a-z-]*)");

  /** A code span that starts with an option. */
  private static final Pattern OPTION_SPAN = Pattern.compile("`(--[a-z][a-z-]*)");

  /** Options of benchmarks, Flink's client and Docker. */
  private static final Set<String> FOREIGN_OPTIONS =
      Set.of("--cells", "--day-old", "--events", "--pace", "--type");

  private static final Pattern JAVA_NAME =
      Pattern.compile("\\b(dev(?:\\.[a-z]+)+(?:\\.[A-Z]\\w*[a-z]\\w*)?)");

  /** Names of the JDK and of libraries, and the package of relocated classes in the job's jar. */
  private static final Set<String> FOREIGN_NAMES =
      Set.of("ConfigOption", "InputStream", "NaN", "ParameterTool", "dev.weir.shaded.jackson");

  private static final Pattern GLOSSARY_CLASS =
      Pattern.compile("\\| `([A-Z]\\w+)` \\|$", Pattern.MULTILINE);

  /** A code span with a class name of two words or more. */
  private static final Pattern CLASS_SPAN =
      Pattern.compile("`([A-Z][a-z]+[A-Z][A-Za-z]*)(?:\\.[a-z]\\w*)?`");

  private static final Map<String, CommandLine> COMMANDS = Weir.commandLine().getSubcommands();

  static List<MarkdownPage> pages() {
    return MarkdownPage.all();
  }

  @Test
  void readme_isShortAndNarrow() {
    String text = MarkdownPage.of("README.md").text();

    assertThat(text.split("\\s+")).hasSizeLessThanOrEqualTo(README_WORDS);
    assertThat(text.lines()).allMatch(line -> line.length() <= README_COLUMNS);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLink_resolves(MarkdownPage page) {
    assertThat(page.links()).as(page.path()).allMatch(page::resolves);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyCommandLine_hasAKnownCommandAndOptions(MarkdownPage page) {
    for (MatchResult line : COMMAND_LINE.matcher(page.text()).results().toList()) {
      String command = line.group(1);
      assertThat(COMMANDS).as("%s: %s", page.path(), line.group()).containsKey(command);
      assertThat(optionsOf(COMMANDS.get(command)))
          .as("%s: %s", page.path(), line.group())
          .containsAll(OPTION.matcher(line.group(2)).results().map(MatchResult::group).toList());
    }
  }

  private static Set<String> optionsOf(CommandLine command) {
    return command.getCommandSpec().optionsMap().keySet();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyOption_exists(MarkdownPage page) {
    Set<String> known = new HashSet<>(FOREIGN_OPTIONS);
    COMMANDS.values().forEach(command -> known.addAll(optionsOf(command)));
    JobOptions.ALL.forEach(option -> known.add("--" + option.key()));

    assertThat(known).as(page.path()).containsAll(page.found(OPTION_SPAN));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyJavaName_exists(MarkdownPage page) {
    assertThat(page.found(JAVA_NAME)).as(page.path()).allMatch(DocumentsTest::isJavaName);
  }

  private static boolean isJavaName(String name) {
    return FOREIGN_NAMES.contains(name)
        || sources().anyMatch(root -> isBelow(root, name.replace('.', '/')));
  }

  private static boolean isBelow(Path root, String name) {
    return Files.isDirectory(root.resolve(name)) || Files.exists(root.resolve(name + ".java"));
  }

  private static Stream<Path> sources() {
    try (Stream<Path> modules = Files.list(Repository.ROOT)) {
      return modules
          .flatMap(
              module -> Stream.of(module.resolve("src/main/java"), module.resolve("src/test/java")))
          .filter(Files::isDirectory)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyClassInACodeSpan_exists(MarkdownPage page) {
    assertThat(classes())
        .as(page.path())
        .containsAll(page.found(CLASS_SPAN).stream().filter(name -> !isForeign(name)).toList());
  }

  /** Returns whether a name is a class of a library, an exception or an alert rule. */
  private static boolean isForeign(String name) {
    return FOREIGN_NAMES.contains(name) || name.endsWith("Exception") || name.startsWith("Weir");
  }

  @Test
  void everyClassOfTheGlossary_exists() {
    List<String> named = MarkdownPage.of("docs/concepts.md").found(GLOSSARY_CLASS);

    assertThat(named).isNotEmpty();
    assertThat(classes()).containsAll(named);
  }

  private static Set<String> classes() {
    return sources().flatMap(DocumentsTest::classes).collect(Collectors.toSet());
  }

  private static Stream<String> classes(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void everyDecision_isInTheIndex() throws IOException {
    String index = MarkdownPage.of("docs/decisions/README.md").text();
    try (Stream<Path> files = Files.list(Repository.resolve("docs/decisions"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> !name.equals("README.md"))
          .allMatch(name -> index.contains("(" + name + ")"));
    }
  }
}
