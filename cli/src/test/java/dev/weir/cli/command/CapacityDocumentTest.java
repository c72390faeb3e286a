// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.cli.WeirRun;
import dev.weir.cli.deploy.Repository;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Compares the capacity page with the output of {@code weir plan}. */
class CapacityDocumentTest {

  private static final Pattern RUN =
      Pattern.compile(
          "^\\$ \\./weir (plan[^\\n]*)\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

  /** Row of formulas: name, formula, value for ten million series. */
  private static final Pattern WORKED =
      Pattern.compile("^\\| `([a-zA-Z]+)` \\| .* \\| ([0-9.,E]+) \\|$", Pattern.MULTILINE);

  /** Row of measured figures: name, value, meaning, command. */
  private static final Pattern MEASURED =
      Pattern.compile("^\\| `([a-zA-Z]+\\.[a-zA-Z]+)` \\| ([0-9.,]+) \\|", Pattern.MULTILINE);

  private static final double TOLERANCE = 0.005;

  private static String document() {
    return Repository.text("docs/how-to/capacity.md");
  }

  private static JsonNode json() throws IOException {
    return new ObjectMapper().readTree(WeirRun.succeed("plan", "--json").out());
  }

  @Test
  void runs_equalOutputOfTheCommand() throws IOException {
    List<MatchResult> runs = RUN.matcher(document()).results().toList();
    assertThat(runs).hasSize(2);
    for (MatchResult run : runs) {
      assertThat(WeirRun.succeed(run.group(1).trim().split(" +")).out()).isEqualTo(run.group(2));
    }
  }

  @Test
  void values_equalThoseOfTheCommand() throws IOException {
    JsonNode plan = json().get("asked").get("plan");
    Set<String> names = new HashSet<>();
    for (MatchResult row : WORKED.matcher(document()).results().toList()) {
      double expected = plan.get(row.group(1)).asDouble();
      assertThat(number(row.group(2))).as(row.group(1)).isCloseTo(expected, percent());
      names.add(row.group(1));
    }
    Set<String> all = new HashSet<>();
    plan.fieldNames().forEachRemaining(all::add);
    assertThat(names).isEqualTo(all);
  }

  private static Percentage percent() {
    return Percentage.withPercentage(100 * TOLERANCE);
  }

  @Test
  void measuredFigures_equalThoseOfTheCommand() throws IOException {
    JsonNode measured = json().get("measured");
    Set<String> names = new HashSet<>();
    for (MatchResult row : MEASURED.matcher(document()).results().toList()) {
      double inUse = measured.get(row.group(1)).get("value").asDouble();
      assertThat(number(row.group(2))).as(row.group(1)).isEqualTo(inUse);
      names.add(row.group(1));
    }
    Set<String> all = new HashSet<>();
    measured.fieldNames().forEachRemaining(all::add);
    assertThat(names).isEqualTo(all);
  }

  private static double number(String text) {
    return Double.parseDouble(text.replace(",", ""));
  }
}
