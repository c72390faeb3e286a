// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.detect.Detector;
import dev.weir.detect.DetectorConfig;
import dev.weir.job.serialization.SerializedForm;
import dev.weir.sandbox.model.RandomModel;
import dev.weir.series.DuplicatePolicy;
import dev.weir.series.Observation;
import dev.weir.series.ReorderBuffer;
import dev.weir.series.ReorderConfig;
import dev.weir.series.ReorderOutput;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

class StoreSerializersTest {

  private static final SeriesStateSerializer STATES = new SeriesStateSerializer(2);
  private static final SeriesPageSerializer PAGES = new SeriesPageSerializer(1);
  private static final ReorderBuffer BUFFER =
      new ReorderBuffer(new ReorderConfig(DuplicatePolicy.KEEP, 1_000_000));
  private final Detector detector =
      new Detector(RandomModel.ofSeed(1).model(), DetectorConfig.DEFAULT);

  /** Layout 2 of a state with one held point and a serialized detector state of three bytes. */
  private static final String GOLDEN_STATE =
      "01"
          + "0000000000000bb8"
          + "8000000000000000"
          + "00000001" // version, clocks, number of held points
          + "0000000000000bb8"
          + "00000001"
          + "0001"
          + "3ff8000000000000" // time, merged, values
          + "07" // flags: timer, arrival, detector state
          + "00000000000007d0" // last arrival
          + "079f9a19170e944d" // model m@7
          + "00000003"
          + "0a0b0c"; // detector state

  @Provide
  static Arbitrary<List<Tuple2<Long, Double>>> arrivals() {
    return Arbitraries.longs()
        .between(0, 2_000_000)
        .flatMap(time -> Arbitraries.doubles().between(-1e9, 1e9).map(v -> Tuple.of(time, v)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(40);
  }

  @Property(tries = 100)
  void state_writtenAndRead_behavesLikeTheOriginal(
      @ForAll("arrivals") List<Tuple2<Long, Double>> arrivals) {
    SeriesState state = new SeriesState();
    offer(state, arrivals);
    SeriesState restored = SerializedForm.throughACheckpoint(STATES, state);

    assertThat(SerializedForm.hex(STATES, restored)).isEqualTo(SerializedForm.hex(STATES, state));
    offer(state, arrivals);
    offer(restored, arrivals);
    assertThat(SerializedForm.hex(STATES, restored)).isEqualTo(SerializedForm.hex(STATES, state));
  }

  @Property(tries = 100)
  void state_copied_isIndependent(@ForAll("arrivals") List<Tuple2<Long, Double>> arrivals) {
    SeriesState state = new SeriesState();
    offer(state, arrivals);
    String before = SerializedForm.hex(STATES, state);
    SeriesState copy = STATES.copy(state);
    offer(state, arrivals);
    state.detectorState(detector, ModelFingerprint.of(detector.model().id()));

    assertThat(SerializedForm.hex(STATES, copy)).isEqualTo(before);
  }

  private void offer(SeriesState state, List<Tuple2<Long, Double>> arrivals) {
    Stepping out = new Stepping(state);
    arrivals.forEach(
        arrival ->
            BUFFER.offer(
                state.reorderState(),
                new Observation(arrival.get1(), new double[] {arrival.get2()}),
                out));
  }

  private final class Stepping implements ReorderOutput {

    private final SeriesState state;

    Stepping(SeriesState state) {
      this.state = state;
    }

    @Override
    public void release(Observation point) {
      detector.step(
          state.detectorState(detector, ModelFingerprint.of(detector.model().id())), point);
      detector.flush();
    }

    @Override
    public void duplicate(Observation point) {
      throw new AssertionError("every point is kept");
    }

    @Override
    public void late(Observation point) {
      throw new AssertionError("every point is kept");
    }
  }

  @Example
  void layout_ofTheState_isTheGoldenOne() {
    byte[] golden = HexFormat.of().parseHex(GOLDEN_STATE);
    SeriesState state = SerializedForm.read(STATES, golden);

    assertThat(SerializedForm.hex(STATES, state)).isEqualTo(GOLDEN_STATE);
    assertThat(state.reorderState().earliestMillis()).isEqualTo(3_000);
    assertThat(state.lastArrivalMillis()).isEqualTo(2_000);
    assertThat(state.hasTimer()).isTrue();
    assertThat(state.isOfOtherModel(ModelFingerprint.of(detector.model().id()))).isTrue();
  }

  @Example
  void layout_ofANewSeries_isTheGoldenOne() {
    assertThat(SerializedForm.hex(STATES, new SeriesState()))
        .isEqualTo("02" + "8000000000000000" + "00");
  }

  @Example
  void layout_ofAPage_isTheGoldenOne() {
    String golden = "00000001" + "0261" + "02" + "8000000000000000" + "00";
    SeriesPage page = SerializedForm.read(PAGES, HexFormat.of().parseHex(golden));

    assertThat(page.state(0).name()).isEqualTo("a");
    assertThat(SerializedForm.hex(PAGES, page)).isEqualTo(golden);
  }

  @Example
  void snapshot_ofThePageSerializer_isTheGoldenOneAndCompatible() {
    requireGolden(
        PAGES, "0034", "dev.weir.job.store.SeriesPageSerializer$PageSnapshot", "00000001");
  }

  private static <T> void requireGolden(
      TypeSerializer<T> serializer, String length, String className, String layout) {
    String golden =
        length + HexFormat.of().formatHex(className.getBytes(StandardCharsets.US_ASCII)) + layout;
    TypeSerializerSnapshot<T> snapshot = serializer.snapshotConfiguration();
    byte[] written = SerializedForm.writeSnapshot(snapshot);

    assertThat(HexFormat.of().formatHex(written)).isEqualTo(golden);
    TypeSerializerSnapshot<T> restored = SerializedForm.readSnapshot(written);
    assertThat(restored.restoreSerializer()).isEqualTo(serializer);
    assertThat(snapshot.resolveSchemaCompatibility(restored).isCompatibleAsIs()).isTrue();
  }

  /** With the 965 bytes of a detector state of hidden 32 (DetectorTest), less than a kilobyte. */
  @Example
  void layout_ofAScoredSeries_adds22BytesToTheDetectorState() throws IOException {
    SeriesState state = new SeriesState();
    ByteArrayOutputStream detectors = new ByteArrayOutputStream();
    state
        .detectorState(detector, ModelFingerprint.of(detector.model().id()))
        .write(new DataOutputStream(detectors));

    assertThat(SerializedForm.write(STATES, state)).hasSize(detectors.size() + 22);
  }

  @Example
  void snapshot_ofTheStateSerializer_isTheGoldenOneAndCompatible() {
    requireGolden(STATES, "0031", "dev.weir.job.store.SeriesStateSerializer$Snapshot", "00000002");
  }

  @Example
  void snapshot_ofANewerLayout_isRejectedWithBothVersions() {
    byte[] newer = SerializedForm.writeSnapshot(STATES.snapshotConfiguration());
    newer[newer.length - 1] = 9;

    assertThatThrownBy(() -> SerializedForm.readSnapshot(newer))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("layout=9")
        .hasMessageContaining("newest supported=2");
  }

  @Example
  void snapshot_ofAnotherSerializer_isIncompatible() {
    TypeSerializerSnapshot<SeriesState> states = STATES.snapshotConfiguration();
    @SuppressWarnings("unchecked")
    TypeSerializerSnapshot<SeriesState> pages =
        (TypeSerializerSnapshot<SeriesState>)
            (TypeSerializerSnapshot<?>) PAGES.snapshotConfiguration();

    assertThat(states.resolveSchemaCompatibility(pages).isIncompatible()).isTrue();
  }

  @Example
  void state_withoutHeldPoints_addsFewBytesToTheDetectorState() throws IOException {
    SeriesState state = new SeriesState();
    offer(state, List.of(Tuple.of(1L, 1.0), Tuple.of(2_000_000L, 1.0)));
    assertThat(state.reorderState().isEmpty()).isFalse();
    BUFFER.advance(state.reorderState(), Long.MAX_VALUE, new Stepping(state));
    ByteArrayOutputStream detectors = new ByteArrayOutputStream();
    state
        .detectorState(detector, ModelFingerprint.of(detector.model().id()))
        .write(new DataOutputStream(detectors));

    // Version, clock, flags, model's fingerprint, length.
    int added = 1 + 8 + 1 + 8 + 4;
    assertThat(SerializedForm.write(STATES, state)).hasSize(detectors.size() + added);
  }
}
