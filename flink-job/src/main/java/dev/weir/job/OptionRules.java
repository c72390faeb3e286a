// SPDX-License-Identifier: Apache-2.0
package dev.weir.job;

import dev.weir.decision.AlertBudget;
import dev.weir.detect.DetectorConfig;
import dev.weir.job.sink.ExactlyOnceSinks;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.util.TimeUtils;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * The values that {@link JobOptions} accepts. They are verified before the job is submitted, since
 * an operator that rejects an option restarts forever.
 */
final class OptionRules {

  /** Flink's limit: the number of key groups fits into 15 bits. */
  private static final int MAX_PARALLELISM = 1 << 15;

  /** Flink's limit. */
  private static final Duration MIN_CHECKPOINT = Duration.ofMillis(10);

  /** Event times plus or minus this duration do not overflow. */
  private static final Duration MAX_DURATION = Duration.ofDays(3650);

  /** A number without unit, which Flink reads as milliseconds; 0 needs no unit. */
  private static final Pattern WITHOUT_UNIT = Pattern.compile("\\s*0*[1-9][0-9]*\\s*");

  /** A legal name of a topic: see {@code org.apache.kafka.common.internals.Topic}. */
  private static final String TOPIC = "(?!\\.{1,2}(,|$))[a-zA-Z0-9._-]{1,249}";

  private static final String TOPIC_NAME = "1 to 249 of [a-zA-Z0-9._-]";

  /** Optional listener, host or IP address, port. */
  private static final String BROKER =
      "\\s*([a-zA-Z_]+://)?(\\[[0-9a-fA-F:.%]+]|[^\\s,:/]+):[0-9]{1,5}\\s*";

  private static final ConfigOption<Integer> TRANSACTION_TIMEOUT =
      ConfigOptions.key(JobOptions.KAFKA_PREFIX + ProducerConfig.TRANSACTION_TIMEOUT_CONFIG)
          .intType()
          .defaultValue(ExactlyOnceSinks.TRANSACTION_TIMEOUT_MILLIS);

  private static final List<Rule<?>> RULES =
      List.of(
          notBlank(JobOptions.JOB_NAME),
          notBlank(JobOptions.GROUP_ID),
          notBlank(JobOptions.TRANSACTIONAL_ID_PREFIX),
          notBlank(JobOptions.MODEL),
          text(JobOptions.BROKERS, list(BROKER), "host:port, separated by commas"),
          text(
              JobOptions.INPUT_TOPICS,
              list(TOPIC),
              "names of topics, " + TOPIC_NAME + ", separated by commas"),
          topic(JobOptions.ALERTS_TOPIC),
          topic(JobOptions.SCORES_TOPIC),
          topic(JobOptions.DEAD_LETTER_TOPIC),
          topic(JobOptions.LATE_TOPIC),
          oneOf(JobOptions.FORMAT),
          oneOf(JobOptions.START_AT),
          oneOf(JobOptions.DUPLICATES),
          duration(JobOptions.REORDER, Duration.ZERO),
          duration(JobOptions.OUT_OF_ORDERNESS, Duration.ZERO),
          duration(JobOptions.IDLENESS, Duration.ofMillis(1)),
          duration(JobOptions.CHECKPOINT_INTERVAL, MIN_CHECKPOINT),
          duration(JobOptions.CHECKPOINT_TIMEOUT, MIN_CHECKPOINT),
          atLeast(TRANSACTION_TIMEOUT, 1),
          new Rule<>(
              JobOptions.ALERTS_PER_DAY, AlertBudget::isValid, "a number above 0, such as 0.5"),
          atLeast(JobOptions.WARM_UP_POINTS, DetectorConfig.MIN_WARM_UP_POINTS),
          atLeast(JobOptions.QUIET_POINTS, 1),
          atLeast(JobOptions.HEAP_CACHE_SERIES, 0),
          parallelism(JobOptions.PARALLELISM),
          parallelism(JobOptions.MAX_PARALLELISM));

  private OptionRules() {}

  /**
   * Verifies the given options.
   *
   * @throws IllegalArgumentException if a value is invalid, with option, value and what is expected
   */
  static void verify(Map<String, String> values) {
    Configuration typed = Configuration.fromMap(values);
    RULES.stream()
        .filter(rule -> values.containsKey(rule.option().key()))
        .forEach(rule -> rule.verify(typed, values.getOrDefault(rule.option().key(), "")));
    requireParallelismBelowMaximum(typed);
    requireTransactionsToOutliveCheckpoints(typed);
  }

  private static void requireParallelismBelowMaximum(Configuration typed) {
    int most = typed.get(JobOptions.MAX_PARALLELISM);
    if (typed.getOptional(JobOptions.PARALLELISM).orElse(1) > most) {
      throw new IllegalArgumentException(
          "--parallelism must be at most --max-parallelism: parallelism="
              + typed.get(JobOptions.PARALLELISM)
              + ", max-parallelism="
              + most);
    }
  }

  /** The broker aborts a transaction that exceeds its timeout, and its records are lost. */
  private static void requireTransactionsToOutliveCheckpoints(Configuration typed) {
    long interval = typed.get(JobOptions.CHECKPOINT_INTERVAL).toMillis();
    long checkpoint = typed.get(JobOptions.CHECKPOINT_TIMEOUT).toMillis();
    int transaction = typed.get(TRANSACTION_TIMEOUT);
    if (transaction <= interval + checkpoint) {
      throw new IllegalArgumentException(
          ("--%s must be above --checkpoint-interval + --checkpoint-timeout: %s=%d,"
                  + " checkpoint-interval=%dms, checkpoint-timeout=%dms")
              .formatted(
                  TRANSACTION_TIMEOUT.key(),
                  TRANSACTION_TIMEOUT.key(),
                  transaction,
                  interval,
                  checkpoint));
    }
  }

  /** Removes white space around the commas of a list. */
  static String withoutBlanks(String list) {
    return String.join(",", Arrays.stream(list.split(",", -1)).map(String::strip).toList());
  }

  private static String list(String element) {
    return element + "(," + element + ")*";
  }

  private static Rule<String> notBlank(ConfigOption<String> option) {
    return new Rule<>(option, text -> !text.isBlank(), "text that is not blank");
  }

  private static Rule<String> topic(ConfigOption<String> option) {
    return text(option, TOPIC, "the name of a topic, " + TOPIC_NAME);
  }

  private static Rule<String> text(ConfigOption<String> option, String regex, String expected) {
    return new Rule<>(option, Pattern.compile(regex).asMatchPredicate(), expected);
  }

  private static <E extends Enum<E>> Rule<E> oneOf(ConfigOption<E> option) {
    Object[] constants = option.defaultValue().getDeclaringClass().getEnumConstants();
    return new Rule<>(
        option, constant -> true, "one of " + Arrays.toString(constants).toLowerCase(Locale.ROOT));
  }

  private static Rule<Duration> duration(ConfigOption<Duration> option, Duration least) {
    return new Rule<>(
        option,
        duration -> duration.compareTo(least) >= 0 && duration.compareTo(MAX_DURATION) <= 0,
        "a duration with a unit, such as 30s or 5 min, from "
            + TimeUtils.formatWithHighestUnit(least)
            + " to "
            + TimeUtils.formatWithHighestUnit(MAX_DURATION));
  }

  private static Rule<Integer> atLeast(ConfigOption<Integer> option, int least) {
    return new Rule<>(option, number -> number >= least, "a whole number of " + least + " or more");
  }

  private static Rule<Integer> parallelism(ConfigOption<Integer> option) {
    return new Rule<>(
        option,
        number -> number >= 1 && number <= MAX_PARALLELISM,
        "a whole number from 1 to " + MAX_PARALLELISM);
  }

  /**
   * The values that one option accepts.
   *
   * @param accepts whether a value is valid
   * @param expected description of the valid values
   */
  private record Rule<T>(ConfigOption<T> option, Predicate<T> accepts, String expected) {

    void verify(Configuration typed, String text) {
      if (!isValid(typed, text)) {
        throw new IllegalArgumentException(
            "--%s must be %s: %s=%s".formatted(option.key(), expected, option.key(), text));
      }
    }

    private boolean isValid(Configuration typed, String text) {
      try {
        T value = typed.get(option);
        boolean hasUnit = !(value instanceof Duration) || !WITHOUT_UNIT.matcher(text).matches();
        return hasUnit && accepts.test(value);
      } catch (IllegalArgumentException e) {
        return false; // Flink names neither option nor expected values in all of its messages
      }
    }
  }
}
