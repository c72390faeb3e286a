// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.weir.cli.WeirRun;
import dev.weir.cli.cluster.LocalJob;
import dev.weir.cli.topic.Topics;
import dev.weir.job.JobOptions;
import dev.weir.job.metrics.JobMetrics;
import dev.weir.sandbox.broker.EmbeddedBroker;
import dev.weir.sandbox.junit.SharedData;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replays the NAB corpus through Kafka and the job with the commands of {@code weir}. */
class NabReplayIT {

  private static final int ROWS = 365_558;
  private static final double RANDOM_CUT_FOREST = 51.72;
  private static final String SCORES = "weir-scores";

  @TempDir private Path folder;

  @Test
  void replay_wholeCorpus_scoresEveryRowOnceAndBeatsRandomCutForest() throws IOException {
    Path nab = SharedData.folder("nab");
    Path model = train(SharedData.folder("series/unlabelled"));
    try (EmbeddedBroker broker = EmbeddedBroker.start();
        Topics topics = new Topics(broker.address())) {
      topics.create(List.of("metrics", "weir-alerts", "weir-late", "weir-dead-letters", SCORES), 4);
      try (LocalJob job = start(broker, model)) {
        WeirRun.succeed("replay", nab.toString(), "--brokers", broker.address());
        awaitAll(job);
        assertEveryRowScoredOnce(job);
        String table = awaitTable(nab, broker);
        assertThat(standardScore(table)).isGreaterThan(RANDOM_CUT_FOREST);
        System.out.println(table);
      }
    }
  }

  /** Trains for 12 epochs on series that are not in the corpus. */
  private Path train(Path history) {
    Path model = folder.resolve("model.weir");
    WeirRun.succeed(
        "train", "--data", history.toString(), "--out", model.toString(), "--epochs", "12");
    return model;
  }

  private LocalJob start(EmbeddedBroker broker, Path model) throws IOException {
    JobOptions options =
        JobOptions.of(
            "--brokers",
            broker.address(),
            "--model",
            model.toString(),
            "--duplicates",
            "keep",
            "--scores-topic",
            SCORES,
            "--checkpoint-interval",
            "2s");
    return LocalJob.start(options, folder.resolve("state"), Map.of("heartbeat.interval", "500"));
  }

  private static void awaitAll(LocalJob job) {
    await()
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> job.count(JobMetrics.SCORED) + job.count(JobMetrics.WARMING_UP) >= ROWS);
  }

  private static void assertEveryRowScoredOnce(LocalJob job) {
    assertThat(job.count(JobMetrics.EVENTS)).isEqualTo(ROWS);
    assertThat(job.count(JobMetrics.SCORED) + job.count(JobMetrics.WARMING_UP)).isEqualTo(ROWS);
    assertThat(job.count(JobMetrics.DUPLICATE)).isZero();
    assertThat(job.count(JobMetrics.LATE)).isZero();
    assertThat(job.count(JobMetrics.MALFORMED)).isZero();
  }

  /**
   * Retries, because the evaluation needs one score per row and the last ones are committed with
   * the next checkpoint.
   */
  private static String awaitTable(Path nab, EmbeddedBroker broker) {
    return await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () ->
                WeirRun.of(
                    "evaluate",
                    "--nab",
                    nab.toString(),
                    "--scores-topic",
                    SCORES,
                    "--brokers",
                    broker.address()),
            run -> run.exitCode() == 0)
        .out();
  }

  private static double standardScore(String table) {
    Matcher row =
        Pattern.compile("\\| best for all files \\| standard \\| ([0-9.-]+)").matcher(table);
    assertThat(row.find()).as(table).isTrue();
    return Double.parseDouble(row.group(1));
  }
}
