// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.job.JobOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeirTest {

  private static final String NO_BROKER = "localhost:1";

  private static List<String> commands() {
    return List.of(
        "demo",
        "train",
        "pretrain",
        "compare",
        "publish",
        "forecast",
        "job",
        "replay",
        "alerts",
        "evaluate",
        "plan",
        "broker");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void help_eachCommand_printsItsUsage(String command) {
    WeirRun run = WeirRun.succeed(command, "--help");
    assertThat(run.out())
        .startsWith("Usage: weir " + command)
        .contains("--debug")
        .doesNotContain("Optional.empty");
  }

  @Test
  void noArguments_listsEveryCommand() {
    assertThat(WeirRun.succeed().out()).contains(commands());
  }

  @Test
  void version_printsVersionCommitAndDefaultModel() {
    assertThat(WeirRun.succeed("--version").out().lines())
        .satisfiesExactly(
            version -> assertThat(version).matches("weir \\d+\\.\\d+\\.\\d+"),
            commit -> assertThat(commit).matches("commit ([0-9a-f]{12}|unknown)"),
            model -> assertThat(model).matches("default model default@[0-9a-f]{12}"));
  }

  @Test
  void jobHelp_listsEveryOptionOfTheJob() {
    String help = WeirRun.succeed("job", "--help").out();
    assertThat(JobOptions.ALL).allSatisfy(option -> assertThat(help).contains("--" + option.key()));
  }

  @Test
  void unknownOption_exitsWithCode2() {
    WeirRun run = WeirRun.of("alerts", "--nonsense");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--nonsense");
  }

  @Test
  void missingFolder_printsOneLineWithTheFolder() {
    WeirRun run = WeirRun.of("train", "--data", "no-such-folder");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines()).hasSize(1).first().asString().contains("no-such-folder");
  }

  @Test
  void debug_failure_printsStackTrace() {
    WeirRun run = WeirRun.of("train", "--data", "no-such-folder", "--debug");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("\tat dev.weir.");
  }

  @Test
  void badOptionValue_printsOptionAndValue() {
    WeirRun run = WeirRun.of("train", "--data", ".", "--hidden", "0");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("hidden=0");
  }

  @Test
  void badSpeed_printsTheValue(@TempDir Path folder) {
    WeirRun run = WeirRun.of("replay", folder.toString(), "--speed", "fast");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("speed=fast");
  }

  @Test
  void publish_invalidModel_isRefused(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("x.weir"), "nonsense");
    WeirRun run =
        WeirRun.of("publish", file.toString(), "--registry", folder.resolve("models").toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("x.weir");
    assertThat(folder.resolve("models")).doesNotExist();
  }

  @Test
  void publish_default_copiesTheDefaultModelIntoTheRegistry(@TempDir Path folder) {
    WeirRun run = WeirRun.succeed("publish", "default", "--registry", folder.toString());
    assertThat(run.out()).startsWith("published default@");
    assertThat(folder.resolve("default/latest")).isNotEmptyFile();
  }

  @Test
  void pretrain_fewSeries_writesModelForFineTuning(@TempDir Path folder) throws IOException {
    Path start = folder.resolve("start.weir");
    String[] pretrain = {
      "pretrain", "--out", start.toString(), "--series", "40", "--length", "200", "--hidden", "4"
    };
    assertThat(WeirRun.succeed(withOneEpoch(pretrain)).out()).contains("wrote", "default@");
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.writeString(data.resolve("wave.csv"), wave(300));
    Path tuned = folder.resolve("tuned.weir");
    String[] train = {
      "train", "--data", data.toString(), "--from", start.toString(), "--out", tuned.toString()
    };
    assertThat(WeirRun.succeed(withOneEpoch(train)).out()).contains("wrote");
    WeirRun other =
        WeirRun.of("train", "--data", data.toString(), "--from", "default", "--hidden", "4");
    assertThat(other.exitCode()).isEqualTo(1);
    assertThat(other.err()).contains("hidden expected=4", "--from");
  }

  private static String[] withOneEpoch(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--epochs", "1"));
    return all.toArray(String[]::new);
  }

  private static String wave(int length) {
    StringBuilder rows = new StringBuilder("time,value\n");
    for (int t = 0; t < length; t++) {
      rows.append(1_700_000_000L + 60L * t).append(',').append(Math.sin(t / 4.0)).append('\n');
    }
    return rows.toString();
  }

  @Test
  void forecast_default_printsOneRowPerStep(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("wave.csv"), wave(200));
    WeirRun table = WeirRun.succeed("forecast", file.toString(), "--horizon", "5");
    assertThat(table.out().lines()).hasSize(7);
    WeirRun csv =
        WeirRun.succeed(
            "forecast", file.toString(), "--horizon", "5", "--format", "csv", "--seed", "3");
    assertThat(csv.out()).startsWith("series,feature,step,time,median");
    assertThat(csv.out().lines()).hasSize(6);
    WeirRun other = WeirRun.of("forecast", file.toString(), "--series", "disk");
    assertThat(other.exitCode()).isEqualTo(1);
    assertThat(other.err()).contains("disk", "wave");
  }

  @Test
  void alerts_noBroker_printsAddressAndRemedy() {
    WeirRun run = WeirRun.of("alerts", "--brokers", NO_BROKER);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines()).hasSize(1).first().asString().contains(NO_BROKER, "--brokers");
  }

  @Test
  void train_noBroker_printsAddressAndRemedy() {
    WeirRun run = WeirRun.of("train", "--from-topic", "metrics", "--brokers", NO_BROKER);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines()).hasSize(1).first().asString().contains(NO_BROKER, "--brokers");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "no-such-host.invalid:9092"})
  void train_brokersThatCannotBeUsed_printsTheirValueAndRemedy(String brokers) {
    WeirRun run = WeirRun.of("train", "--from-topic", "metrics", "--brokers", brokers);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines())
        .hasSize(1)
        .first()
        .asString()
        .contains(brokers, "--brokers host:port");
  }

  @Test
  void broker_portInUse_printsPortAndRemedy() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      WeirRun run = WeirRun.of("broker", "--port", port);
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err().lines()).hasSize(1).first().asString().contains(port, "--port");
    }
  }

  @Test
  void job_noBroker_printsAddress(@TempDir Path folder) throws IOException {
    Path jar = Files.writeString(folder.resolve("job.jar"), "");
    WeirRun run =
        WeirRun.of(
            "job",
            "--model",
            "m.weir",
            "--brokers",
            NO_BROKER,
            "--jobmanager",
            NO_BROKER,
            "--jar",
            jar.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines()).hasSize(1).first().asString().contains(NO_BROKER);
  }
}
