// SPDX-License-Identifier: Apache-2.0
package dev.weir.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weir.artifact.DefaultModel;
import dev.weir.series.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Holds the scores constant: {@code golden-scores.csv} has surprise, threshold and decision of
 * every tenth point of a series with a daily pattern, spikes, a level shift, a calm period and a
 * gap. The main method writes the file anew; its argument is the path. To be used only if a change
 * of the scores is intended.
 */
class GoldenScoresTest {

  private static final int POINTS = 6_000;
  private static final long FIVE_MINUTES = 300_000;

  @Test
  void step_goldenSeries_hasTheGoldenScores() throws IOException {
    List<String> golden = golden();
    List<String> found = lines();
    assertThat(found).hasSameSizeAs(golden);
    for (int i = 0; i < golden.size(); i++) {
      String[] expected = golden.get(i).split(",", -1);
      String[] actual = found.get(i).split(",", -1);
      for (int column = 0; column < 2; column++) {
        // JDKs may round the last digit of a logarithm differently.
        assertThat(Double.parseDouble(actual[column]))
            .as("line %d", i)
            .isCloseTo(Double.parseDouble(expected[column]), within(1e-9));
      }
      assertThat(actual[2]).as("line %d", i).isEqualTo(expected[2]);
    }
  }

  private static List<String> golden() throws IOException {
    try (var file =
        Objects.requireNonNull(GoldenScoresTest.class.getResourceAsStream("golden-scores.csv"))) {
      return new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
          .lines()
          .toList();
    }
  }

  private static List<String> lines() throws IOException {
    Detector detector =
        new Detector(
            DefaultModel.resolve(Path.of(DefaultModel.NAME)).model(), DetectorConfig.DEFAULT);
    DetectorState state = detector.newState();
    List<String> lines = new ArrayList<>();
    Random random = new Random(11);
    for (int i = 0; i < POINTS; i++) {
      ScoredPoint scored = detector.step(state, point(i, random));
      if (i % 10 == 0) {
        lines.add(
            scored.surprise()
                + ","
                + scored.evidence().log10Threshold()
                + ","
                + scored.decision().label());
      }
    }
    return lines;
  }

  private static Observation point(int i, Random random) {
    boolean calm = i > 4_500 && i < 4_600;
    double level = i < 3_500 ? 100 : 130;
    double daily = 20 * Math.sin(2 * Math.PI * i / 288);
    double noise = calm ? 0 : 3 * random.nextGaussian();
    double spike = i % 1_000 == 990 ? 60 : 0;
    long gap = i < 5_200 ? 0 : 100 * FIVE_MINUTES;
    return new Observation(
        i * FIVE_MINUTES + gap, new double[] {level + (calm ? 0 : daily) + noise + spike});
  }

  public static void main(String[] args) throws IOException {
    Files.write(Path.of(args[0]), lines());
  }
}
