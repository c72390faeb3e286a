// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.job.JobOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.util.TimeUtils;
import org.junit.jupiter.api.Test;

/** Compares the reference page of the job's options with the code. */
class JobOptionsDocumentTest {

  private static final Pattern ROW =
      Pattern.compile("^\\| `--([a-z.*-]+)` \\| ([^|]*) \\|", Pattern.MULTILINE);

  /** Returns the rows of the table: option to default. */
  private static Map<String, String> rows() {
    return ROW.matcher(Repository.text("docs/reference/job-options.md"))
        .results()
        .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));
  }

  @Test
  void table_listsAllOptions() {
    List<String> options =
        JobOptions.ALL.stream().map(ConfigOption::key).collect(Collectors.toList());
    options.add(JobOptions.KAFKA_PREFIX + "*");

    assertThat(rows().keySet()).containsExactlyInAnyOrderElementsOf(options);
  }

  @Test
  void defaults_equalThoseOfTheCode() {
    for (ConfigOption<?> option : JobOptions.ALL) {
      String written = rows().get(option.key());
      if (option.hasDefaultValue() && written.startsWith("`")) {
        assertThat(written)
            .as("default of --%s", option.key())
            .isEqualTo("`%s`", text(option.defaultValue()));
      }
    }
  }

  private static String text(Object value) {
    return value instanceof Duration duration
        ? TimeUtils.formatWithHighestUnit(duration)
        : String.valueOf(value);
  }
}
