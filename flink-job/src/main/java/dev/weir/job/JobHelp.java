package dev.weir.job;

import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.description.HtmlFormatter;

/** The page that {@code --help} prints. */
final class JobHelp {

  private static final String LINE = "  --%-26s %s%s";

  private JobHelp() {}

  static List<String> lines() {
    Stream<String> title = Stream.of("Weir: anomaly detection on a Kafka stream of metrics");
    Stream<String> options = JobOptions.ALL.stream().map(JobHelp::line);
    String kafka = JobOptions.KAFKA_PREFIX + "NAME";
    Stream<String> rest =
        Stream.of(LINE.formatted(kafka, "any property of Kafka's consumers and producers", ""));
    return Stream.of(title, options, rest).flatMap(lines -> lines).toList();
  }

  private static String line(ConfigOption<?> option) {
    String description = new HtmlFormatter().format(option.description());
    String fallback = option.hasDefaultValue() ? " [" + option.defaultValue() + "]" : "";
    return LINE.formatted(option.key(), description, fallback);
  }
}
