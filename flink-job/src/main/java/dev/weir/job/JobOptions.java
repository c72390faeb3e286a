// SPDX-License-Identifier: Apache-2.0
package dev.weir.job;

import dev.weir.decision.AlertBudget;
import dev.weir.detect.DetectorConfig;
import dev.weir.event.EventFormat;
import dev.weir.job.source.StartAt;
import dev.weir.job.source.StopAt;
import dev.weir.series.DuplicatePolicy;
import dev.weir.series.ReorderConfig;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.util.ParameterTool;

/**
 * Options of one job, validated and immutable. Each constant is one option, given as {@code --name
 * value}.
 *
 * <p>Options that start with {@code kafka.} are passed to Kafka's consumers and producers. Settings
 * of the cluster, such as the state backend, belong to Flink's configuration.
 *
 * @param values the given options, name to value
 */
public record JobOptions(Map<String, String> values) implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Kafka brokers. */
  public static final ConfigOption<String> BROKERS =
      ConfigOptions.key("brokers")
          .stringType()
          .defaultValue("localhost:9092")
          .withDescription("Kafka brokers, host:port, separated by commas");

  /** Consumer group; the name of the job if it is absent. */
  public static final ConfigOption<String> GROUP_ID =
      ConfigOptions.key("group-id")
          .stringType()
          .defaultValue("weir")
          .withFallbackKeys("job-name")
          .withDescription(
              "consumer group under which the job commits its progress; by default, the job name");

  /** Input topics. */
  public static final ConfigOption<String> INPUT_TOPICS =
      ConfigOptions.key("input-topics")
          .stringType()
          .defaultValue("metrics")
          .withDescription("topics to read, separated by commas");

  /** Format of the input records. */
  public static final ConfigOption<EventFormat> FORMAT =
      ConfigOptions.key("format")
          .enumType(EventFormat.class)
          .defaultValue(EventFormat.JSON)
          .withDescription("format of the input records: json or csv");

  /** Topic of alerts. */
  public static final ConfigOption<String> ALERTS_TOPIC =
      ConfigOptions.key("alerts-topic")
          .stringType()
          .defaultValue("weir-alerts")
          .withDescription("topic of alerts");

  /** Topic of scores. */
  public static final ConfigOption<String> SCORES_TOPIC =
      ConfigOptions.key("scores-topic")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "topic of all scored points, e.g. weir-scores; without it, scores are not published");

  /** Topic of malformed records. */
  public static final ConfigOption<String> DEAD_LETTER_TOPIC =
      ConfigOptions.key("dead-letter-topic")
          .stringType()
          .defaultValue("weir-dead-letters")
          .withDescription("topic of malformed records, unchanged, with the reason in headers");

  /** Topic of late points. */
  public static final ConfigOption<String> LATE_TOPIC =
      ConfigOptions.key("late-topic")
          .stringType()
          .defaultValue("weir-late")
          .withDescription("topic of late points, which are not scored");

  /** Model artifact. */
  public static final ConfigOption<String> MODEL =
      ConfigOptions.key("model")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "model artifact, or folder of a registry, on any file system that Flink supports; or"
                  + " default, the model that is included in Weir; required");

  /** Duplicate policy. */
  public static final ConfigOption<DuplicatePolicy> DUPLICATES =
      ConfigOptions.key("duplicates")
          .enumType(DuplicatePolicy.class)
          .defaultValue(ReorderConfig.DEFAULT.policy())
          .withDescription(
              "points of equal or earlier time within a series: keep, first, last or mean");

  /** Reorder bound. */
  public static final ConfigOption<Duration> REORDER =
      ConfigOptions.key("reorder")
          .durationType()
          .defaultValue(Duration.ofMillis(ReorderConfig.DEFAULT.reorderMillis()))
          .withDescription(
              "time by which a point may arrive after a later one of its series and still be put"
                  + " in order, e.g. 30s");

  /** Out-of-orderness of the watermark. */
  public static final ConfigOption<Duration> OUT_OF_ORDERNESS =
      ConfigOptions.key("out-of-orderness")
          .durationType()
          .defaultValue(Duration.ofSeconds(10))
          .withDescription("time by which the watermark of a partition is behind its latest event");

  /** Idle time of partitions and series. */
  public static final ConfigOption<Duration> IDLENESS =
      ConfigOptions.key("idleness")
          .durationType()
          .defaultValue(Duration.ofSeconds(30))
          .withDescription(
              "time without events after which a partition no longer holds back the watermark, nor"
                  + " a series its points");

  /** Size of the heap cache. */
  public static final ConfigOption<Integer> HEAP_CACHE_SERIES =
      ConfigOptions.key("heap-cache-series")
          .intType()
          .defaultValue(100_000)
          .withDescription(
              "with RocksDB as state backend: series per subtask that are cached on the heap,"
                  + " 1.3 kB each; 0 for no cache");

  /** Time between checkpoints. */
  public static final ConfigOption<Duration> CHECKPOINT_INTERVAL =
      ConfigOptions.key("checkpoint-interval")
          .durationType()
          .defaultValue(Duration.ofSeconds(10))
          .withDescription("time between checkpoints, by which alerts are delayed at most");

  /** Time after which an unfinished checkpoint fails. */
  public static final ConfigOption<Duration> CHECKPOINT_TIMEOUT =
      ConfigOptions.key("checkpoint-timeout")
          .durationType()
          .defaultValue(Duration.ofMinutes(5))
          .withDescription(
              "time after which an unfinished checkpoint fails; with the interval, below the"
                  + " transaction timeout");

  /** Parallelism. */
  public static final ConfigOption<Integer> PARALLELISM =
      ConfigOptions.key("parallelism")
          .intType()
          .noDefaultValue()
          .withDescription("number of parallel subtasks; by default that of the cluster");

  /** Maximum parallelism. */
  public static final ConfigOption<Integer> MAX_PARALLELISM =
      ConfigOptions.key("max-parallelism")
          .intType()
          .defaultValue(1024)
          .withDescription(
              "highest parallelism with which the job can be restored; fixed by its first"
                  + " checkpoint");

  /** Start of the input. */
  public static final ConfigOption<StartAt> START_AT =
      ConfigOptions.key("start-at")
          .enumType(StartAt.class)
          .defaultValue(StartAt.COMMITTED)
          .withDescription(
              "where to start without a checkpoint: committed (else earliest), earliest or latest");

  /** End of the input. */
  public static final ConfigOption<String> STOP_AT =
      ConfigOptions.key("stop-at")
          .stringType()
          .defaultValue("never")
          .withDescription(
              "where to stop: never, latest (the end of the topics at the start) or"
                  + " topic-partition:offset,...");

  /** Prefix of Kafka's transactional ids; the name of the job if it is absent. */
  public static final ConfigOption<String> TRANSACTIONAL_ID_PREFIX =
      ConfigOptions.key("transactional-id-prefix")
          .stringType()
          .defaultValue("weir")
          .withFallbackKeys("job-name")
          .withDescription(
              "prefix of Kafka's transactional ids; must be unique among the jobs of a Kafka"
                  + " cluster; by default, the job name");

  /** Alert budget. */
  public static final ConfigOption<Double> ALERTS_PER_DAY =
      ConfigOptions.key("alerts-per-day")
          .doubleType()
          .defaultValue(AlertBudget.DEFAULT.alertsPerDay())
          .withDescription("false alarms accepted per series and day");

  /** Length of the warm-up. */
  public static final ConfigOption<Integer> WARM_UP_POINTS =
      ConfigOptions.key("warm-up-points")
          .intType()
          .defaultValue(DetectorConfig.DEFAULT.warmUpPoints())
          .withDescription("first points of a series, which are not scored");

  /** Points that resolve an incident. */
  public static final ConfigOption<Integer> QUIET_POINTS =
      ConfigOptions.key("quiet-points")
          .intType()
          .defaultValue(DetectorConfig.DEFAULT.quietPoints())
          .withDescription("normal points in a row that resolve an incident");

  /** Name of the job. */
  public static final ConfigOption<String> JOB_NAME =
      ConfigOptions.key("job-name")
          .stringType()
          .defaultValue("weir")
          .withDescription("name of the job in Flink and in metrics; unique in a Kafka cluster");

  /** All options in the order of the help. */
  public static final List<ConfigOption<?>> ALL =
      List.of(
          MODEL,
          BROKERS,
          INPUT_TOPICS,
          FORMAT,
          GROUP_ID,
          START_AT,
          STOP_AT,
          ALERTS_TOPIC,
          SCORES_TOPIC,
          DEAD_LETTER_TOPIC,
          LATE_TOPIC,
          TRANSACTIONAL_ID_PREFIX,
          DUPLICATES,
          REORDER,
          OUT_OF_ORDERNESS,
          IDLENESS,
          ALERTS_PER_DAY,
          WARM_UP_POINTS,
          QUIET_POINTS,
          HEAP_CACHE_SERIES,
          CHECKPOINT_INTERVAL,
          CHECKPOINT_TIMEOUT,
          PARALLELISM,
          MAX_PARALLELISM,
          JOB_NAME);

  /** Prefix of options that are passed to Kafka's clients. */
  public static final String KAFKA_PREFIX = "kafka.";

  /** Every option at its default. */
  public static final JobOptions DEFAULT = new JobOptions(Map.of());

  private static final String DASHES = "--";

  /** What {@link ParameterTool} has in place of a missing value; its own constant is protected. */
  private static final String NO_VALUE = "__NO_VALUE_KEY";

  /**
   * @throws IllegalArgumentException if an option is unknown or its value is invalid
   */
  public JobOptions {
    Map<String, String> sorted = new TreeMap<>(values);
    sorted.keySet().forEach(JobOptions::requireKnown);
    sorted.computeIfPresent(
        INPUT_TOPICS.key(), (name, topics) -> OptionRules.withoutBlanks(topics));
    OptionRules.verify(sorted);
    values = Collections.unmodifiableMap(sorted);
    StopAt.parse(Configuration.fromMap(values).get(STOP_AT));
  }

  private static void requireKnown(String name) {
    if (!name.startsWith(KAFKA_PREFIX)
        && ALL.stream().noneMatch(option -> option.key().equals(name))) {
      throw new IllegalArgumentException(
          "unknown option: found=--" + name + ", expected one of " + names());
    }
  }

  private static String names() {
    return ALL.stream().map(option -> DASHES + option.key()).collect(Collectors.joining(", "))
        + ", --kafka.*";
  }

  /**
   * Reads {@code --name value ...}.
   *
   * @throws IllegalArgumentException where an option is unknown, lacks its value or can't be read
   */
  public static JobOptions of(String... args) {
    return of(ParameterTool.fromArgs(args));
  }

  /**
   * Takes parsed arguments.
   *
   * @throws IllegalArgumentException if an option is unknown, has no value or cannot be read
   */
  static JobOptions of(ParameterTool parameters) {
    parameters.toMap().forEach(JobOptions::requireValue);
    return new JobOptions(parameters.toMap());
  }

  private static void requireValue(String name, String value) {
    if (value.equals(NO_VALUE)) {
      throw new IllegalArgumentException(
          "an option needs a value, which must not begin with a dash: option=" + DASHES + name);
    }
  }

  /** Returns these options with another value of one option. */
  public <T> JobOptions with(ConfigOption<T> option, T value) {
    Configuration configuration = new Configuration();
    configuration.set(option, value);
    Map<String, String> changed = new TreeMap<>(values);
    changed.putAll(configuration.toMap());
    return new JobOptions(changed);
  }

  /** The value of an option that has a default. */
  public <T> T get(ConfigOption<T> option) {
    return Configuration.fromMap(values).get(option);
  }

  /** The value of an option that may be absent. */
  public <T> Optional<T> find(ConfigOption<T> option) {
    return Configuration.fromMap(values).getOptional(option);
  }

  /** Properties for Kafka's clients. */
  public Properties kafkaProperties() {
    Properties properties = new Properties();
    values.forEach(
        (name, value) -> {
          if (name.startsWith(KAFKA_PREFIX)) {
            properties.setProperty(name.substring(KAFKA_PREFIX.length()), value);
          }
        });
    return properties;
  }

  /** Returns the options as arguments that {@link #of} parses. */
  public List<String> toArgs() {
    List<String> args = new ArrayList<>();
    values.forEach(
        (name, value) -> {
          args.add(DASHES + name);
          args.add(value);
        });
    return args;
  }
}
