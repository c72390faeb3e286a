// SPDX-License-Identifier: Apache-2.0
package dev.weir.trainer.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weir.series.RecordedSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WindowBatchesTest {

  private static ScaledSeries series(String name, int length, int gapAt) {
    Random random = new Random(length);
    long[] times =
        LongStream.range(0, length).map(t -> t * 60_000 + (t >= gapAt ? 86_400_000 : 0)).toArray();
    double[][] values =
        IntStream.range(0, length)
            .mapToObj(t -> new double[] {random.nextGaussian()})
            .toArray(double[][]::new);
    return ScaledSeries.of(new RecordedSeries(name, List.of("value"), times, values));
  }

  /** Counts how often each target occurs; its random value identifies it. */
  private static Map<Float, Integer> counts(WindowBatches batches) {
    Map<Float, Integer> counts = new TreeMap<>();
    while (batches.hasNext()) {
      WindowBatch batch = batches.next();
      int counted = 0;
      for (int i = 0; i < batch.mask().length; i++) {
        if (batch.mask()[i] == 1) {
          counts.merge(batch.targets()[i], 1, Integer::sum);
          counted++;
        }
      }
      assertThat(batch.points()).isEqualTo(counted);
    }
    return counts;
  }

  private static Map<Float, Integer> targets(ScaledSeries series, int from, int to) {
    Map<Float, Integer> targets = new TreeMap<>();
    for (int t = Math.max(0, from - 1); t < to - 1; t++) {
      if (series.hasTarget[t]) {
        targets.merge(series.targets[t], 1, Integer::sum);
      }
    }
    return targets;
  }

  @Property(tries = 100)
  void pass_anySizes_countsEachTargetOnce(
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 30, max = 900) Integer> lengths,
      @ForAll @IntRange(min = 2, max = 70) int window,
      @ForAll @IntRange(min = 1, max = 9) int lanes,
      @ForAll @IntRange(min = 0, max = 300) int moreThanWindow,
      @ForAll long seed) {
    WindowConfig config = new WindowConfig(window, lanes, window + moreThanWindow);
    List<SeriesSpan> training = new ArrayList<>();
    List<SeriesSpan> evaluation = new ArrayList<>();
    Map<Float, Integer> trainingTargets = new TreeMap<>();
    Map<Float, Integer> evaluationTargets = new TreeMap<>();
    for (int i = 0; i < lengths.size(); i++) {
      int length = lengths.get(i) + i;
      int cut = length * 2 / 3;
      ScaledSeries series = series("s" + i, length, length / 2);
      training.add(new SeriesSpan(series, 0, cut));
      evaluation.add(new SeriesSpan(series, cut, length));
      targets(series, 0, cut)
          .forEach((target, n) -> trainingTargets.merge(target, n, Integer::sum));
      targets(series, cut, length)
          .forEach((target, n) -> evaluationTargets.merge(target, n, Integer::sum));
    }
    assertThat(counts(WindowBatches.forTraining(training, config, new Random(seed))))
        .isEqualTo(trainingTargets);
    assertThat(counts(WindowBatches.forEvaluation(evaluation, config)))
        .isEqualTo(evaluationTargets);
  }

  @Test
  void pass_sequenceOverSeveralWindows_keepsItsState() {
    SeriesSpan span = new SeriesSpan(series("s", 401, Integer.MAX_VALUE), 0, 401);
    WindowBatches batches =
        WindowBatches.forEvaluation(List.of(span), new WindowConfig(50, 4, 200));
    assertThat(batches.lanes()).isEqualTo(2);
    List<float[]> keeps = new ArrayList<>();
    batches.forEachRemaining(batch -> keeps.add(batch.keep()));
    assertThat(keeps.get(0)).containsOnly(0);
    assertThat(keeps.stream().skip(1)).allSatisfy(keep -> assertThat(keep[1]).isEqualTo(1));
  }

  @Test
  void scaled_target_isTheNextStepInTypicalSteps() {
    long[] times = LongStream.range(0, 60).map(t -> t * 1000).toArray();
    double[][] values =
        IntStream.range(0, 60).mapToObj(t -> new double[] {t % 2 * 10}).toArray(double[][]::new);
    ScaledSeries scaled = ScaledSeries.of(new RecordedSeries("s", List.of("value"), times, values));
    assertThat(scaled.hasTarget[10]).as("too few points").isFalse();
    assertThat(scaled.hasTarget[59]).as("no next point").isFalse();
    assertThat(scaled.targets[50]).isCloseTo(1.02f, within(0.05f));
    assertThat(scaled.targets[51]).isCloseTo(-1.02f, within(0.05f));
  }

  @Test
  void scaled_hugeStep_isLimited() {
    double[][] values =
        IntStream.range(0, 100)
            .mapToObj(t -> new double[] {t == 80 ? 1e12 : t % 3})
            .toArray(double[][]::new);
    long[] times = LongStream.range(0, 100).map(t -> t * 1000).toArray();
    ScaledSeries scaled = ScaledSeries.of(new RecordedSeries("s", List.of("value"), times, values));
    assertThat(scaled.targets[79]).isEqualTo((float) ScaledSeries.LARGEST_TARGET);
    assertThat(Arrays.copyOfRange(scaled.inputs, 0, 200)).doesNotContain(Float.NaN);
  }
}
