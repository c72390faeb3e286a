// SPDX-License-Identifier: Apache-2.0
package dev.weir.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.detect.DetectorConfig;
import dev.weir.event.EventFormat;
import dev.weir.job.source.StartAt;
import dev.weir.job.source.StopAt;
import dev.weir.series.DuplicatePolicy;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.description.HtmlFormatter;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobOptionsTest {

  @Test
  void options_allOfThem_haveTheseNamesAndDefaults() {
    assertThat(JobOptions.ALL.stream().map(JobOptionsTest::nameAndDefault))
        .containsExactly(
            "model",
            "brokers=localhost:9092",
            "input-topics=metrics",
            "format=JSON",
            "group-id=weir",
            "start-at=COMMITTED",
            "stop-at=never",
            "alerts-topic=weir-alerts",
            "scores-topic",
            "dead-letter-topic=weir-dead-letters",
            "late-topic=weir-late",
            "transactional-id-prefix=weir",
            "duplicates=first",
            "reorder=PT0S",
            "out-of-orderness=PT10S",
            "idleness=PT30S",
            "alerts-per-day=" + DetectorConfig.DEFAULT.budget().alertsPerDay(),
            "warm-up-points=" + DetectorConfig.DEFAULT.warmUpPoints(),
            "quiet-points=" + DetectorConfig.DEFAULT.quietPoints(),
            "heap-cache-series=100000",
            "checkpoint-interval=PT10S",
            "checkpoint-timeout=PT5M",
            "parallelism",
            "max-parallelism=1024",
            "job-name=weir");
  }

  private static String nameAndDefault(ConfigOption<?> option) {
    return option.hasDefaultValue() ? option.key() + "=" + option.defaultValue() : option.key();
  }

  @Test
  void options_allOfThem_areDescribedInTheHelp() {
    assertThat(JobOptions.ALL)
        .allSatisfy(
            option ->
                assertThat(new HtmlFormatter().format(option.description())).hasSizeGreaterThan(8));
    assertThat(JobHelp.lines()).hasSize(JobOptions.ALL.size() + 2);
  }

  @Test
  void args_inAnyCaseAndUnit_areRead() {
    JobOptions options =
        JobOptions.of(
            "--format",
            "csv",
            "--duplicates",
            "keep",
            "--start-at",
            "earliest",
            "--checkpoint-interval",
            "500ms",
            "--parallelism",
            "3",
            "--reorder",
            "2 min");

    assertThat(options.get(JobOptions.FORMAT)).isEqualTo(EventFormat.CSV);
    assertThat(options.get(JobOptions.DUPLICATES)).isEqualTo(DuplicatePolicy.KEEP);
    assertThat(options.get(JobOptions.START_AT)).isEqualTo(StartAt.EARLIEST);
    assertThat(options.get(JobOptions.CHECKPOINT_INTERVAL)).isEqualTo(Duration.ofMillis(500));
    assertThat(options.get(JobOptions.REORDER)).isEqualTo(Duration.ofMinutes(2));
    assertThat(options.find(JobOptions.PARALLELISM)).contains(3);
    assertThat(options.find(JobOptions.SCORES_TOPIC)).isEmpty();
  }

  @Test
  void args_writtenAndReadAgain_areEqual() {
    JobOptions options =
        JobOptions.DEFAULT
            .with(JobOptions.MODEL, "s3://models/weir")
            .with(JobOptions.REORDER, Duration.ofSeconds(90))
            .with(JobOptions.DUPLICATES, DuplicatePolicy.MEAN)
            .with(JobOptions.ALERTS_PER_DAY, 0.25);

    assertThat(JobOptions.of(options.toArgs().toArray(String[]::new))).isEqualTo(options);
    assertThat(options.get(JobOptions.REORDER)).isEqualTo(Duration.ofSeconds(90));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          alerts-per-day      | 0             | above 0
          alerts-per-day      | NaN           | above 0
          alerts-per-day      | -1            | above 0
          alerts-per-day      | Infinity      | above 0
          alerts-per-day      | few           | a number
          warm-up-points      | 1             | 2 or more
          warm-up-points      | 50.5          | a whole number
          quiet-points        | 0             | 1 or more
          heap-cache-series   | -1            | 0 or more
          input-topics        | a b           | [a-zA-Z0-9._-]
          input-topics        | a,,b          | [a-zA-Z0-9._-]
          input-topics        | a,..          | [a-zA-Z0-9._-]
          input-topics        | ''            | [a-zA-Z0-9._-]
          alerts-topic        | a,b           | [a-zA-Z0-9._-]
          scores-topic        | ''            | [a-zA-Z0-9._-]
          dead-letter-topic   | é             | [a-zA-Z0-9._-]
          late-topic          | ' late'       | [a-zA-Z0-9._-]
          reorder             | 30            | a unit
          reorder             | soon          | a unit
          reorder             | 999999999 d   | 3650 d
          out-of-orderness    | 10            | a unit
          idleness            | 0 s           | 1 ms
          idleness            | 5             | a unit
          checkpoint-interval | 10            | a unit
          checkpoint-interval | 0             | 10 ms
          checkpoint-timeout  | 0             | 10 ms
          parallelism         | 0             | 1 to 32768
          parallelism         | all           | 1 to 32768
          max-parallelism     | 32769         | 1 to 32768
          parallelism         | 1025          | max-parallelism
          job-name            | ' '           | not blank
          group-id            | ''            | not blank
          transactional-id-prefix | ' '       | not blank
          model               | ''            | not blank
          brokers             | localhost     | host:port
          brokers             | localhost:x   | host:port
          brokers             | a:9092,       | host:port
          format              | xml           | json
          duplicates          | newest        | mean
          start-at            | now           | latest
          """)
  void value_thatIsInvalid_isRefusedWithOptionValueAndExpectation(
      String option, String value, String expected) {
    assertThatThrownBy(() -> new JobOptions(Map.of(option, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("--" + option + " must be")
        .hasMessageContaining(expected)
        .hasMessageContaining(option + "=" + value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          reorder         | 0
          reorder         | 30s
          parallelism     | 1024
          max-parallelism | 32768
          warm-up-points  | 2
          brokers         | kafka-1:9092, SSL://kafka-2:9093,[::1]:9092
          """)
  void value_atTheBoundary_isAccepted(String option, String value) {
    assertThat(new JobOptions(Map.of(option, value)).values()).containsEntry(option, value);
  }

  @Test
  void inputTopics_blanksAroundCommas_areRemoved() {
    JobOptions options = JobOptions.of("--input-topics", " a, b ,c.d_e-1 ");

    assertThat(options.get(JobOptions.INPUT_TOPICS)).isEqualTo("a,b,c.d_e-1");
  }

  @Test
  void topic_of250Characters_isRefused() {
    String longest = "t".repeat(249);

    assertThat(JobOptions.of("--late-topic", longest).get(JobOptions.LATE_TOPIC)).hasSize(249);
    assertThatThrownBy(() -> JobOptions.of("--late-topic", longest + "t"))
        .hasMessageStartingWith("--late-topic must be");
  }

  @Test
  void transactionTimeout_notAboveIntervalAndTimeoutOfCheckpoints_isRefusedWithAllThree() {
    assertThatThrownBy(() -> JobOptions.of("--checkpoint-interval", "10 min"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("checkpoint-interval=600000ms")
        .hasMessageContaining("checkpoint-timeout=300000ms")
        .hasMessageContaining("kafka.transaction.timeout.ms=900000");
    assertThatThrownBy(() -> JobOptions.of("--kafka.transaction.timeout.ms", "310000"))
        .hasMessageContaining("kafka.transaction.timeout.ms=310000");
    assertThat(JobOptions.of("--kafka.transaction.timeout.ms", "310001").kafkaProperties())
        .containsEntry("transaction.timeout.ms", "310001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10 min", "-1", "3000000000"})
  void transactionTimeout_thatKafkaCannotRead_isRefused(String value) {
    assertThatThrownBy(() -> new JobOptions(Map.of("kafka.transaction.timeout.ms", value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("--kafka.transaction.timeout.ms must be")
        .hasMessageContaining("=" + value);
  }

  @Test
  void groupAndTransactions_byDefault_areNamedAfterTheJob() {
    JobOptions named = JobOptions.of("--job-name", "weir-eu");

    assertThat(named.get(JobOptions.GROUP_ID)).isEqualTo("weir-eu");
    assertThat(named.get(JobOptions.TRANSACTIONAL_ID_PREFIX)).isEqualTo("weir-eu");
  }

  @Test
  void groupAndTransactions_given_overrideTheNameOfTheJob() {
    JobOptions named =
        JobOptions.of("--job-name", "weir-eu", "--group-id", "g", "--transactional-id-prefix", "t");

    assertThat(named.get(JobOptions.GROUP_ID)).isEqualTo("g");
    assertThat(named.get(JobOptions.TRANSACTIONAL_ID_PREFIX)).isEqualTo("t");
    assertThat(named.get(JobOptions.JOB_NAME)).isEqualTo("weir-eu");
  }

  @Test
  void kafkaProperties_losePrefixOnly() {
    JobOptions options = JobOptions.of("--kafka.security.protocol", "SSL");

    assertThat(options.kafkaProperties()).isEqualTo(Map.of("security.protocol", "SSL"));
  }

  @Test
  void args_thatAreWrong_areRefusedByName() {
    assertThatThrownBy(() -> JobOptions.of("--alert-topic", "x"))
        .hasMessageContaining("found=--alert-topic")
        .hasMessageContaining("--alerts-topic");
    assertThatThrownBy(() -> JobOptions.of("brokers", "x"))
        .hasMessageContaining("'brokers'")
        .hasMessageContaining("prefix keys with --");
    assertThatThrownBy(() -> JobOptions.of("--duplicates", "newest"))
        .hasMessageContaining("duplicates");
    assertThatThrownBy(() -> JobOptions.of("--stop-at", "noon")).hasMessageContaining("found=noon");
  }

  @Test
  void args_withoutAValue_areRefusedByName() {
    assertThatThrownBy(() -> JobOptions.of("--brokers"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("option=--brokers");
    assertThatThrownBy(() -> JobOptions.of("--brokers", "--model", "default"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("option=--brokers");
  }

  @Test
  void args_negativeNumber_isAValue() {
    assertThatThrownBy(() -> JobOptions.of("--heap-cache-series", "-1"))
        .hasMessageContaining("heap-cache-series=-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "--model default --help"})
  void args_withHelp_printTheOptionsAndRunNothing(String args) throws Exception {
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      WeirJob.main(args.split(" "));
    } finally {
      System.setOut(out);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains(JobHelp.lines());
  }

  @Test
  void stopAt_offsets_areReadPerPartition() {
    assertThat(StopAt.parse("cpu-load-0:12,cpu-load-1:7"))
        .isEqualTo(
            new StopAt.Offsets(
                Map.of(
                    new TopicPartition("cpu-load", 0), 12L,
                    new TopicPartition("cpu-load", 1), 7L)));
    assertThat(List.of("never", "latest"))
        .extracting(text -> StopAt.parse(text).initializer().isPresent())
        .containsExactly(false, true);
  }
}
