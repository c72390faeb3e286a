// SPDX-License-Identifier: Apache-2.0
package dev.weir.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.weir.decision.Alert;
import dev.weir.decision.AlertBudget;
import dev.weir.decision.Decision;
import dev.weir.decision.Guarantee;
import dev.weir.forecast.Architecture;
import dev.weir.forecast.CellKind;
import dev.weir.forecast.ErrorDistribution;
import dev.weir.forecast.RandomWeights;
import dev.weir.score.Calibration;
import dev.weir.score.Signal;
import dev.weir.series.DuplicatePolicy;
import dev.weir.series.Observation;
import dev.weir.series.ReorderConfig;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DetectorTest {

  private static final long INTERVAL = 60_000;
  private static final DetectorConfig CONFIG = new DetectorConfig(new AlertBudget(1), 50, 30);

  @Property(tries = 50)
  void step_stateWrittenAndReadAtAnyPoint_continuesIdentically(
      @ForAll @IntRange(min = 0, max = 399) int at) throws IOException {
    Detector detector = new Detector(model(1), CONFIG);
    List<Observation> series = series(400, 300, 50);
    DetectorState whole = detector.newState();
    DetectorState restored = detector.newState();
    for (int i = 0; i < series.size(); i++) {
      detector.flush();
      restored = i == at ? copy(detector, restored) : restored;
      ScoredPoint expected = detector.step(whole, series.get(i));
      ScoredPoint found = detector.step(restored, series.get(i));
      assertThat(found.surprise()).isEqualTo(expected.surprise());
      assertThat(found.evidence().score()).isEqualTo(expected.evidence().score());
      assertThat(found.evidence().signal()).isEqualTo(expected.evidence().signal());
      assertThat(found.evidence().guarantee()).isEqualTo(expected.evidence().guarantee());
      assertThat(found.alertScore()).isEqualTo(expected.alertScore());
      assertThat(found.alert().map(Alert::status)).isEqualTo(expected.alert().map(Alert::status));
    }
    detector.flush();
    assertThat(bytes(restored)).isEqualTo(bytes(whole));
  }

  @Property(tries = 20)
  void step_manySeriesBetweenFlushes_equalsSingleSteps(
      @ForAll @IntRange(min = 1, max = 900) int apart, @ForAll long seed) throws IOException {
    Detector detector = new Detector(model(1), CONFIG);
    Detector oneByOne = new Detector(model(1), CONFIG);
    List<DetectorState> together = Stream.generate(detector::newState).limit(500).toList();
    List<DetectorState> each = together.stream().map(DetectorState::copy).toList();
    List<Observation> series = series(400, 300, 50);
    int[] next = new int[together.size()];
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      int which = random.nextInt(together.size());
      Observation point = series.get(next[which]++);
      ScoredPoint expected = oneByOne.step(each.get(which), point);
      oneByOne.flush();
      ScoredPoint found = detector.step(together.get(which), point);
      assertThat(found.decision()).isEqualTo(expected.decision());
      assertThat(found.surprise()).isEqualTo(expected.surprise());
      if (i % apart == 0) {
        assertThat(found).usingRecursiveComparison().isEqualTo(expected);
        detector.flush();
      }
    }
    detector.flush();
    for (int i = 0; i < together.size(); i++) {
      assertThat(bytes(together.get(i))).isEqualTo(bytes(each.get(i)));
    }
  }

  @Test
  void copy_pendingStep_isRejected() {
    Detector detector = new Detector(model(1), CONFIG);
    DetectorState state = detector.newState();
    detector.step(state, series(1, -1, 0).get(0));
    assertThatThrownBy(state::copy).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(state::toBytes).hasMessageContaining("flush()");
    detector.flush();
    assertThat(state.copy().toBytes()).isEqualTo(state.toBytes());
  }

  @Test
  void step_statePendingInAnotherDetector_isRejected() {
    Detector first = new Detector(model(1), CONFIG);
    Detector second = new Detector(model(1), CONFIG);
    DetectorState state = first.newState();
    List<Observation> points = series(2, -1, 0);
    first.step(state, points.get(0));
    assertThatThrownBy(() -> second.step(state, points.get(1))).hasMessageContaining("flush()");
    first.flush();
    assertThat(second.step(state, points.get(1)).decision()).isInstanceOf(Decision.class);
  }

  @Test
  void step_youngSeries_warmsUpForTheConfiguredPoints() {
    List<ScoredPoint> scored = run(series(60, -1, 0), ReorderConfig.DEFAULT);
    assertThat(scored.subList(0, 50))
        .allMatch(point -> point.decision() instanceof Decision.WarmingUp);
    assertThat(scored.subList(0, 50)).allMatch(point -> point.evidence().score() == 0);
    assertThat(scored.get(50).decision()).isNotInstanceOf(Decision.WarmingUp.class);
  }

  @Test
  void step_calmSeries_staysWithinItsBudget() {
    double days = 10_000 * INTERVAL / 86_400_000.0;
    assertThat(run(series(10_000, -1, 0), ReorderConfig.DEFAULT))
        .filteredOn(
            point ->
                point.alert().map(Alert::status).filter(Alert.Status.OPENED::equals).isPresent())
        .hasSizeLessThanOrEqualTo((int) Math.ceil(days));
  }

  @Test
  void step_spikeInACalmSeries_opensAnIncidentAtItAndResolvesItLater() {
    List<ScoredPoint> scored = run(series(2000, 1500, 200), ReorderConfig.DEFAULT);
    List<Alert> alerts =
        scored.stream()
            .flatMap(point -> point.alert().stream())
            .filter(alert -> alert.incident().startMillis() == 1500 * INTERVAL)
            .toList();
    assertThat(alerts)
        .extracting(Alert::status)
        .startsWith(Alert.Status.OPENED)
        .endsWith(Alert.Status.RESOLVED);
    assertThat(scored.get(1500).alertScore()).isEqualTo(scored.get(1500).evidence().score());
    assertThat(scored.get(1499).alertScore()).isLessThan(scored.get(1500).alertScore() / 2);
  }

  @Test
  void step_gap_resetsTheState() {
    List<Observation> series = new ArrayList<>(series(200, -1, 0));
    series.add(new Observation(10_000 * INTERVAL, new double[] {10}));
    List<ScoredPoint> scored = run(series, ReorderConfig.DEFAULT);
    assertThat(scored.get(200).stateReset()).isTrue();
    assertThat(scored.get(200).evidence().band().isPresent()).isFalse();
    assertThat(scored.get(199).stateReset()).isFalse();
  }

  @Test
  void step_severalFeatures_mostContributesTheUnusualOne() {
    Detector detector = new Detector(model(3), CONFIG);
    DetectorState state = detector.newState();
    Random random = new Random(2);
    List<ScoredPoint> scored = new ArrayList<>();
    for (int i = 0; i <= 1000; i++) {
      double[] values = {
        random.nextGaussian(), 100 + random.nextGaussian(), 5 * random.nextGaussian()
      };
      values[1] += i == 1000 ? 500 : 0;
      scored.add(detector.step(state, new Observation(i * INTERVAL, values)));
    }
    ScoredPoint last = scored.get(1000);
    assertThat(last.evidence().feature()).isEqualTo(1);
    assertThat(last.evidence().contributions()[1]).isGreaterThan(0.5);
    assertThat(last.evidence().signal()).isEqualTo(Signal.RANGE);
    assertThat(last.decision()).isInstanceOf(Decision.Anomalous.class);
  }

  @Test
  void step_warmUp_isLearning() {
    List<ScoredPoint> scored = run(series(60, -1, 0), ReorderConfig.DEFAULT);
    assertThat(scored.subList(0, 50))
        .allMatch(point -> point.evidence().guarantee() == Guarantee.LEARNING)
        .allMatch(point -> point.alertScore() == 0);
    assertThat(scored.get(50).evidence().guarantee()).isEqualTo(Guarantee.PROVISIONAL);
  }

  @Test
  void step_severalFeatures_contributionsSumToOne() {
    Detector detector = new Detector(model(3), CONFIG);
    DetectorState state = detector.newState();
    Random random = new Random(2);
    for (int i = 0; i < 300; i++) {
      double[] values = random.doubles(3).toArray();
      Observation point = new Observation(i * INTERVAL, values);
      double[] shares = detector.step(state, point).evidence().contributions();
      assertThat(shares).hasSize(3);
      assertThat(java.util.Arrays.stream(shares)).allMatch(share -> share > 0);
      assertThat(java.util.Arrays.stream(shares).sum()).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void offlineRun_equalTimes_followThePolicy() {
    List<Observation> series = new ArrayList<>(series(100, -1, 0));
    series.add(50, series.get(49));
    assertThat(run(series, new ReorderConfig(DuplicatePolicy.KEEP, 0))).hasSize(101);
    assertThat(run(series, ReorderConfig.DEFAULT)).hasSize(100);
  }

  @Test
  void calibrator_history_countsABlockPerThirtyPointsAfterTheWarmUp() {
    Calibrator calibrator = new Calibrator(model(1), CONFIG, ReorderConfig.DEFAULT);
    calibrator.add(series(50 + 30 * 20 + 7, -1, 0));
    calibrator.add(series(50 + 30 * 10, -1, 0));
    assertThat(calibrator.calibration().points()).isEqualTo(30 * 30);
  }

  @Test
  void readFrom_bytesOfThisVersion_areRead() throws IOException {
    Detector detector = new Detector(model(1), CONFIG);
    DetectorState state = detector.newState();
    byte[] golden = golden();
    state.readFrom(new DataInputStream(new ByteArrayInputStream(golden)));
    assertThat(bytes(state)).isEqualTo(golden);
    Observation next = new Observation(400 * INTERVAL, new double[] {10});
    assertThat(detector.step(state, next).decision()).isEqualTo(Decision.NORMAL);
  }

  private byte[] golden() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(getClass().getResourceAsStream("detector-state-v3.bin"))) {
      return file.readAllBytes();
    }
  }

  /**
   * The state in {@code detector-state-v3.bin}. The main method of this class writes the file anew;
   * its argument is the path.
   */
  private static byte[] goldenState() throws IOException {
    Detector detector = new Detector(model(1), CONFIG);
    DetectorState state = detector.newState();
    series(400, 300, 50).forEach(point -> detector.step(state, point));
    detector.flush();
    return bytes(state);
  }

  public static void main(String[] args) throws IOException {
    java.nio.file.Files.write(java.nio.file.Path.of(args[0]), goldenState());
  }

  @Test
  void readFrom_newerVersion_isRejectedWithBothVersions() throws IOException {
    byte[] bytes = goldenState();
    bytes[0] = 9;
    DetectorState state = new Detector(model(1), CONFIG).newState();
    assertThatThrownBy(() -> state.readFrom(new DataInputStream(new ByteArrayInputStream(bytes))))
        .hasMessageContaining("found=9")
        .hasMessageContaining("readable=3");
  }

  @Test
  void write_hiddenThirtyTwo_hasTheDocumentedSize() throws IOException {
    Architecture architecture =
        new Architecture(CellKind.LSTM, 1, 32, 1, ErrorDistribution.STUDENT_T);
    DetectorModel model =
        new DetectorModel(
            "m@1",
            List.of("value"),
            architecture,
            RandomWeights.of(architecture, 1),
            Calibration.uncalibrated());
    assertThat(bytes(new Detector(model, CONFIG).newState())).hasSize(965);
  }

  private static List<ScoredPoint> run(List<Observation> series, ReorderConfig reorder) {
    List<ScoredPoint> scored = new ArrayList<>();
    OfflineRun run = new OfflineRun(new Detector(model(1), CONFIG), reorder, scored::add);
    series.forEach(run::offer);
    run.finish();
    return scored;
  }

  /** A sine with uniform noise and one spike. */
  private static List<Observation> series(int length, int spikeAt, double spike) {
    Random random = new Random(4);
    List<Observation> points = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      double value = 10 + Math.sin(i / 20.0) + random.nextDouble();
      points.add(
          new Observation(i * INTERVAL, new double[] {i == spikeAt ? value + spike : value}));
    }
    return points;
  }

  private static DetectorModel model(int features) {
    Architecture architecture =
        new Architecture(CellKind.LSTM, features, 4, 1, ErrorDistribution.STUDENT_T);
    List<String> names =
        java.util.stream.IntStream.range(0, features).mapToObj(f -> "f" + f).toList();
    return new DetectorModel(
        "m@1", names, architecture, RandomWeights.of(architecture, 1), Calibration.uncalibrated());
  }

  private static DetectorState copy(Detector detector, DetectorState state) throws IOException {
    DetectorState copy = detector.newState();
    copy.readFrom(new DataInputStream(new ByteArrayInputStream(bytes(state))));
    return copy;
  }

  private static byte[] bytes(DetectorState state) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    state.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }
}
