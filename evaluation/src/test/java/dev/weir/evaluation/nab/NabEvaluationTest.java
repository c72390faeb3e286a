// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.nab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.weir.evaluation.figure.Bootstrap;
import dev.weir.evaluation.run.Span;
import dev.weir.sandbox.junit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NabEvaluationTest {

  @ParameterizedTest
  @CsvSource({
    "randomCutForest, 51.72, 38.36, 59.75",
    "windowedGaussian, 39.65, 20.87, 47.41",
    "numenta, 70.10, 63.21, 74.32"
  })
  void optimised_publishedScores_reproducesPublishedTable(
      String detector, double standard, double lowFp, double lowFn) throws IOException {
    Path folder = SharedData.folder("nab");
    NabCorpus corpus = NabCorpus.read(folder);
    NabScores scores = NabScores.read(corpus, folder.resolve("peer-scores").resolve(detector));
    NabEvaluation evaluation = new NabEvaluation(corpus, scores);
    assertThat(evaluation.optimised(NabProfile.STANDARD).score()).isCloseTo(standard, within(0.05));
    assertThat(evaluation.optimised(NabProfile.REWARD_LOW_FP).score())
        .isCloseTo(lowFp, within(0.05));
    assertThat(evaluation.optimised(NabProfile.REWARD_LOW_FN).score())
        .isCloseTo(lowFn, within(0.05));
  }

  @Test
  void optimised_silentDetector_scoresZero() {
    NabCorpus corpus = corpus(40, 3);
    NabScores silent = scores(corpus, file -> new double[file.times().size()]);
    for (NabProfile profile : NabProfile.values()) {
      NabResult result = new NabEvaluation(corpus, silent).at(0.5, profile);
      assertThat(result.score()).isCloseTo(0, within(1e-9));
      assertThat(result.hits()).isZero();
    }
  }

  @Test
  void optimised_firstRowOfEachWindow_scoresHundred() {
    NabCorpus corpus = corpus(40, 3);
    NabScores perfect = scores(corpus, NabEvaluationTest::firstRows);
    for (NabProfile profile : NabProfile.values()) {
      assertThat(new NabEvaluation(corpus, perfect).optimised(profile).score())
          .isCloseTo(100, within(1e-9));
      assertThat(new NabEvaluation(corpus, perfect).leaveOneCategoryOut(profile).score())
          .isCloseTo(100, within(1e-9));
    }
  }

  @Test
  void optimised_monotoneTransformOfScores_scoresTheSame() {
    NabCorpus corpus = corpus(60, 4);
    Random random = new Random(7);
    NabScores raw = scores(corpus, file -> random.doubles(file.times().size()).toArray());
    DoubleUnaryOperator transform = score -> Math.exp(3 * score) - 5;
    NabScores transformed =
        new NabScores(
            raw.byFile().entrySet().stream()
                .collect(
                    Collectors.toMap(
                        Map.Entry::getKey,
                        e -> Arrays.stream(e.getValue()).map(transform).toArray())));
    assertThat(new NabEvaluation(corpus, transformed).optimised(NabProfile.STANDARD).score())
        .isEqualTo(new NabEvaluation(corpus, raw).optimised(NabProfile.STANDARD).score());
  }

  @Test
  void optimised_anyScores_isNeverBelowAnyFixedThreshold() {
    NabCorpus corpus = corpus(60, 4);
    Random random = new Random(11);
    NabEvaluation evaluation =
        new NabEvaluation(
            corpus, scores(corpus, file -> random.doubles(file.times().size()).toArray()));
    double best = evaluation.optimised(NabProfile.STANDARD).score();
    for (double threshold = 0; threshold < 1; threshold += 0.01) {
      assertThat(evaluation.at(threshold, NabProfile.STANDARD).score())
          .isLessThanOrEqualTo(best + 1e-9);
    }
  }

  @Test
  void rowValues_handComputedWindow_followsTheScaledSigmoid() {
    RowValues values = new RowValues(corpus(40, 1).files().get(0));
    // Window rows 20..29: value 1 at its first row, sigmoid(-0.1) of its last, then below 0 after
    // it.
    assertThat(values.values[20]).isCloseTo(1, within(1e-12));
    double last = (2 / (1 + Math.exp(-0.5)) - 1) / (2 / (1 + Math.exp(-5.0)) - 1);
    assertThat(values.values[29]).isCloseTo(last, within(1e-12));
    assertThat(values.values[19]).isEqualTo(-1);
    assertThat(values.values[30]).isCloseTo(2 / (1 + Math.exp(5 / 9.0)) - 1, within(1e-12));
  }

  @Test
  void pointsLost_missedWindowAndFalseRow_addUpTo100MinusTheScore() {
    NabCorpus corpus = corpus(40, 2);
    NabScores scores = scores(corpus, NabEvaluationTest::firstRows);
    scores.of(corpus.files().get(0))[20] = 0;
    scores.of(corpus.files().get(1))[10] = 1;
    NabResult result = new NabEvaluation(corpus, scores).at(1, NabProfile.STANDARD);
    // Two windows have the value 2 * (1 + 1): a miss costs half of 100, a row before any window
    // 0.11 /
    // 4.
    assertThat(result.pointsLost(result.files().get(0))).isCloseTo(50, within(1e-9));
    assertThat(result.pointsLost(result.files().get(1))).isCloseTo(100 * 0.11 / 4, within(1e-9));
    assertThat(result.score()).isCloseTo(50 - 2.75, within(1e-9));
  }

  @Test
  void report_precomputedScores_ownAlertsUseTheGivenThreshold() {
    NabCorpus corpus = corpus(40, 2);
    NabRun run = NabRun.ofScores(scores(corpus, NabEvaluationTest::firstRows), 0.5);
    NabReport report = NabReport.of(corpus, run, Bootstrap.DEFAULT);
    assertThat(report.own().get(0).score()).isCloseTo(100, within(1e-9));
    assertThat(report.files())
        .contains("| category1/file.csv | 1 of 1 | 0 | 0.00 | 1 of 1 | 0 | 0.00 |");
  }

  @Test
  void writeThenRead_anyScores_returnsTheSame(@TempDir Path folder) throws IOException {
    NabCorpus corpus = corpus(30, 2);
    NabScores written = scores(corpus, NabEvaluationTest::firstRows);
    written.write(corpus, folder);
    NabScores read = NabScores.read(corpus, folder);
    for (NabFile file : corpus.files()) {
      assertThat(read.of(file)).containsExactly(written.of(file));
    }
  }

  @Test
  void scores_wrongNumberOfRows_isRejectedWithBothNumbers() {
    NabCorpus corpus = corpus(30, 1);
    NabScores cut = scores(corpus, file -> new double[3]);
    assertThatThrownBy(() -> new NabEvaluation(corpus, cut).optimised(NabProfile.STANDARD))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected=30")
        .hasMessageContaining("found=3");
  }

  @Test
  void read_scoreThatIsNotFinite_isRejectedWithFileAndLine(@TempDir Path folder)
      throws IOException {
    NabCorpus corpus = corpus(3, 1);
    Path file = folder.resolve(corpus.files().get(0).name());
    Files.createDirectories(file.getParent());
    Files.writeString(file, "anomaly_score\n0.1\nNaN\n0.3\n");
    assertThatThrownBy(() -> NabScores.read(corpus, folder))
        .hasMessageContaining("line=3")
        .hasMessageContaining("NaN");
  }

  @Test
  void read_publishedCorpus_hasAllRowsAndWindows() throws IOException {
    NabCorpus corpus = NabCorpus.read(SharedData.folder("nab"));
    assertThat(corpus.files()).hasSize(58);
    assertThat(corpus.rows()).isEqualTo(365_558);
    assertThat(corpus.windows()).isEqualTo(116);
  }

  private static double[] firstRows(NabFile file) {
    double[] scores = new double[file.times().size()];
    file.windows().forEach(window -> scores[window.first()] = 1);
    return scores;
  }

  private interface FileScores {
    double[] of(NabFile file);
  }

  private static NabScores scores(NabCorpus corpus, FileScores source) {
    return new NabScores(
        corpus.files().stream().collect(Collectors.toMap(NabFile::name, source::of)));
  }

  /** Files in categories of their own, each with one window behind its probation. */
  private static NabCorpus corpus(int rows, int files) {
    List<NabFile> all = new ArrayList<>();
    for (int i = 0; i < files; i++) {
      List<String> times = new ArrayList<>();
      for (int row = 0; row < rows; row++) {
        times.add("t" + row);
      }
      Span window = new Span(rows / 2, rows / 2 + rows / 4 - 1);
      all.add(new NabFile("category" + i + "/file.csv", times, new double[rows], List.of(window)));
    }
    return new NabCorpus(all);
  }
}
