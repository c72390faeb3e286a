// SPDX-License-Identifier: Apache-2.0
package dev.weir.job;

import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.description.HtmlFormatter;

/** Help text of the job's options. */
public final class JobHelp {

  private static final String LINE = "  --%-26s %s%s";

  private JobHelp() {}

  static List<String> lines() {
    Stream<String> title = Stream.of("Weir: anomaly detection for metrics in Kafka");
    Stream<String> options = JobOptions.ALL.stream().map(JobHelp::line);
    String kafka = JobOptions.KAFKA_PREFIX + "NAME";
    Stream<String> rest =
        Stream.of(LINE.formatted(kafka, "any property of Kafka's consumers and producers", ""));
    return Stream.of(title, options, rest).flatMap(lines -> lines).toList();
  }

  private static String line(ConfigOption<?> option) {
    return LINE.formatted(option.key(), describe(option), "");
  }

  /** Describes an option in one line, with its default. */
  public static String describe(ConfigOption<?> option) {
    String description = new HtmlFormatter().format(option.description());
    return description + (option.hasDefaultValue() ? " [" + option.defaultValue() + "]" : "");
  }
}
