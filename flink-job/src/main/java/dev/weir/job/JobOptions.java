package dev.weir.job;

import dev.weir.decision.AlertBudget;
import dev.weir.detect.DetectorConfig;
import dev.weir.event.EventFormat;
import dev.weir.job.sink.ExactlyOnce;
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

/**
 * What a user says of one job, by the names of the constants; immutable.
 *
 * <p>{@code --name value} each; whatever begins with {@code kafka.} goes to Kafka's consumers and
 * producers as it is. What concerns the cluster, like the state backend, is Flink's configuration.
 *
 * @param values option to value, as text
 */
public record JobOptions(Map<String, String> values) implements Serializable {

  private static final long serialVersionUID = 1L;

  /** The brokers. */
  public static final ConfigOption<String> BROKERS =
      ConfigOptions.key("brokers")
          .stringType()
          .defaultValue("localhost:9092")
          .withDescription("Kafka brokers, host:port, by comma");

  /** The consumer group. */
  public static final ConfigOption<String> GROUP_ID =
      ConfigOptions.key("group-id")
          .stringType()
          .defaultValue("weir")
          .withDescription("consumer group that shows the job's progress");

  /** Topics that are read. */
  public static final ConfigOption<String> INPUT_TOPICS =
      ConfigOptions.key("input-topics")
          .stringType()
          .defaultValue("metrics")
          .withDescription("topics to read, by comma");

  /** Format of their records. */
  public static final ConfigOption<EventFormat> FORMAT =
      ConfigOptions.key("format")
          .enumType(EventFormat.class)
          .defaultValue(EventFormat.JSON)
          .withDescription("format of the input: json or csv");

  /** Where alerts go. */
  public static final ConfigOption<String> ALERTS_TOPIC =
      ConfigOptions.key("alerts-topic")
          .stringType()
          .defaultValue("weir-alerts")
          .withDescription("topic of alerts");

  /** Where every scored point goes. */
  public static final ConfigOption<String> SCORES_TOPIC =
      ConfigOptions.key("scores-topic")
          .stringType()
          .noDefaultValue()
          .withDescription("topic of every scored point, like weir-scores; none unless given");

  /** Where malformed records go. */
  public static final ConfigOption<String> DEAD_LETTER_TOPIC =
      ConfigOptions.key("dead-letter-topic")
          .stringType()
          .defaultValue("weir-dead-letters")
          .withDescription("topic of malformed records, as they were, with the reason in headers");

  /** Where late points go. */
  public static final ConfigOption<String> LATE_TOPIC =
      ConfigOptions.key("late-topic")
          .stringType()
          .defaultValue("weir-late")
          .withDescription("topic of points that came too late");

  /** The model. */
  public static final ConfigOption<String> MODEL =
      ConfigOptions.key("model")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "model artifact, or a registry's folder, on any file system that Flink knows; or"
                  + " default, the one that comes with Weir; required");

  /** What becomes of equal and backward times. */
  public static final ConfigOption<DuplicatePolicy> TIME_POLICY =
      ConfigOptions.key("time-policy")
          .enumType(DuplicatePolicy.class)
          .defaultValue(ReorderConfig.DEFAULT.policy())
          .withDescription("points of equal or backward time: keep, first, last or mean");

  /** The reorder bound. */
  public static final ConfigOption<Duration> REORDER =
      ConfigOptions.key("reorder")
          .durationType()
          .defaultValue(Duration.ofMillis(ReorderConfig.DEFAULT.reorderMillis()))
          .withDescription("how far a point may come behind a later one of its series, like 30s");

  /** Out-of-orderness of the watermark. */
  public static final ConfigOption<Duration> OUT_OF_ORDERNESS =
      ConfigOptions.key("out-of-orderness")
          .durationType()
          .defaultValue(Duration.ofSeconds(10))
          .withDescription("how far a partition's watermark stays behind its latest event");

  /** Idleness of partitions and series. */
  public static final ConfigOption<Duration> IDLENESS =
      ConfigOptions.key("idleness")
          .durationType()
          .defaultValue(Duration.ofSeconds(30))
          .withDescription(
              "silence behind which a partition holds back no watermark, and a series no points");

  /** Series on the heap in front of a database. */
  public static final ConfigOption<Integer> SERIES_ON_HEAP =
      ConfigOptions.key("series-on-heap")
          .intType()
          .defaultValue(100_000)
          .withDescription(
              "where RocksDB keeps the state: series that a subtask keeps on the heap in front of"
                  + " it, 1.3 kB each; 0 for none");

  /** Time between checkpoints. */
  public static final ConfigOption<Duration> CHECKPOINT_INTERVAL =
      ConfigOptions.key("checkpoint-interval")
          .durationType()
          .defaultValue(Duration.ofSeconds(10))
          .withDescription("time between checkpoints: readers see alerts this much later at most");

  /** Parallel subtasks. */
  public static final ConfigOption<Integer> PARALLELISM =
      ConfigOptions.key("parallelism")
          .intType()
          .noDefaultValue()
          .withDescription("parallel subtasks; the cluster's default unless given");

  /** How far the job can be scaled out. */
  public static final ConfigOption<Integer> MAX_PARALLELISM =
      ConfigOptions.key("max-parallelism")
          .intType()
          .defaultValue(1024)
          .withDescription(
              "the most parallel subtasks the job can be restored with; fixed by its first"
                  + " checkpoint");

  /** Where to begin. */
  public static final ConfigOption<StartAt> START_AT =
      ConfigOptions.key("start-at")
          .enumType(StartAt.class)
          .defaultValue(StartAt.COMMITTED)
          .withDescription(
              "where to begin without a checkpoint: committed (else earliest), earliest or latest");

  /** Where to end. */
  public static final ConfigOption<String> STOP_AT =
      ConfigOptions.key("stop-at")
          .stringType()
          .defaultValue("never")
          .withDescription(
              "where to end: never, latest (what is there at the start) or"
                  + " topic-partition:offset,...");

  /** Prefix of Kafka's transactional ids. */
  public static final ConfigOption<String> TRANSACTIONAL_ID_PREFIX =
      ConfigOptions.key("transactional-id-prefix")
          .stringType()
          .defaultValue("weir")
          .withDescription("prefix of Kafka's transactional ids: one per job and brokers");

  /** The alert budget. */
  public static final ConfigOption<Double> ALERTS_PER_DAY =
      ConfigOptions.key("alerts-per-day")
          .doubleType()
          .defaultValue(AlertBudget.DEFAULT.alertsPerDay())
          .withDescription("false alarms accepted a series and day");

  /** The warm-up. */
  public static final ConfigOption<Integer> WARM_UP_POINTS =
      ConfigOptions.key("warm-up-points")
          .intType()
          .defaultValue(DetectorConfig.DEFAULT.warmUpPoints())
          .withDescription("points of a series before it is judged");

  /** What ends an incident. */
  public static final ConfigOption<Integer> QUIET_POINTS =
      ConfigOptions.key("quiet-points")
          .intType()
          .defaultValue(DetectorConfig.DEFAULT.quietPoints())
          .withDescription("normal points in a row that end an incident");

  /** The job's name. */
  public static final ConfigOption<String> JOB_NAME =
      ConfigOptions.key("job-name")
          .stringType()
          .defaultValue("weir")
          .withDescription("name of the job in Flink and in metrics");

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
          TIME_POLICY,
          REORDER,
          OUT_OF_ORDERNESS,
          IDLENESS,
          ALERTS_PER_DAY,
          WARM_UP_POINTS,
          QUIET_POINTS,
          SERIES_ON_HEAP,
          CHECKPOINT_INTERVAL,
          PARALLELISM,
          MAX_PARALLELISM,
          JOB_NAME);

  /** What is passed on to Kafka's clients begins with this. */
  public static final String KAFKA_PREFIX = "kafka.";

  /** Every option at its default. */
  public static final JobOptions DEFAULT = new JobOptions(Map.of());

  private static final String DASHES = "--";

  /**
   * @throws IllegalArgumentException where an option is unknown or its value can't be read
   */
  public JobOptions {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
    Configuration configuration = Configuration.fromMap(values);
    for (String name : values.keySet()) {
      if (!name.startsWith(KAFKA_PREFIX)) {
        configuration.getOptional(option(name));
      }
    }
    StopAt.parse(configuration.get(STOP_AT));
    requireCheckpointsInTime(configuration);
    requireRoom(configuration);
  }

  private static ConfigOption<?> option(String name) {
    return ALL.stream()
        .filter(option -> option.key().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown option: found=--" + name + ", expected one of " + names()));
  }

  private static String names() {
    return ALL.stream().map(option -> DASHES + option.key()).collect(Collectors.joining(", "))
        + ", --kafka.*";
  }

  private static void requireRoom(Configuration values) {
    int room = values.get(SERIES_ON_HEAP);
    if (room < 0) {
      throw new IllegalArgumentException(
          "series-on-heap must be 0, for none, or above: series-on-heap=" + room);
    }
  }

  /** A transaction that times out between two checkpoints would take its records with it. */
  private static void requireCheckpointsInTime(Configuration values) {
    long interval = values.get(CHECKPOINT_INTERVAL).toMillis();
    if (interval <= 0 || interval >= ExactlyOnce.TRANSACTION_TIMEOUT_MILLIS) {
      throw new IllegalArgumentException(
          "checkpoint-interval must be above 0 and below the transactions' timeout of "
              + ExactlyOnce.TRANSACTION_TIMEOUT_MILLIS
              + "ms: checkpoint-interval="
              + interval
              + "ms");
    }
  }

  /**
   * Reads {@code --name value ...}.
   *
   * @throws IllegalArgumentException where an option is unknown, lacks its value or can't be read
   */
  public static JobOptions of(String... args) {
    Map<String, String> values = new TreeMap<>();
    for (int i = 0; i < args.length; i += 2) {
      if (!args[i].startsWith(DASHES) || i + 1 == args.length) {
        throw new IllegalArgumentException(
            "options are given as --name value: found="
                + String.join(" ", List.of(args).subList(i, args.length)));
      }
      values.put(args[i].substring(DASHES.length()), args[i + 1]);
    }
    return new JobOptions(values);
  }

  /** The same with another value of one option. */
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

  /** What goes to Kafka's clients. */
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

  /** The options as {@link #of} reads them: to submit them to a cluster. */
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
