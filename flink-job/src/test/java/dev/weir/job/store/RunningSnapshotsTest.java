// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.detect.Detector;
import dev.weir.detect.DetectorConfig;
import dev.weir.job.serialization.SerializedForm;
import dev.weir.sandbox.model.RandomModel;
import dev.weir.series.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** Checks snapshots of a shard that begin, write and end while its series change. */
class RunningSnapshotsTest {

  private static final int LAYOUT = SeriesShardSerializer.NEWEST_LAYOUT;

  private final Detector detector =
      new Detector(RandomModel.ofSeed(1).model(), DetectorConfig.DEFAULT);
  private final long model = ModelFingerprint.of(detector.model().id());

  enum Action {
    STEP_FIRST,
    STEP_LAST,
    ADD,
    BEGIN,
    WRITE_OLDEST,
    WRITE_NEWEST,
    FORGET_OLDEST
  }

  /** Acts like the heap backend: each snapshot has its own duplicate of the serializer. */
  private final class Backend {

    private final RunningSnapshots snapshots = new RunningSnapshots(1);
    private final SeriesShardSerializer serializer = new SeriesShardSerializer(LAYOUT, snapshots);
    private final List<RunningSnapshot> running = new ArrayList<>();
    private final SeriesShard shard = new SeriesShard();

    /** Has the same steps, but no snapshots. */
    private final SeriesShard twin = new SeriesShard();

    private final RunningSnapshots none = new RunningSnapshots(1);
    private int steps;

    void step(int number) {
      if (number < 0) {
        return;
      }
      Observation point = new Observation(60_000L * steps, new double[] {steps % 7});
      shard.beforeChange(number, snapshots);
      detector.step(shard.state(number).detectorState(detector, model), point);
      detector.step(twin.state(number).detectorState(detector, model), point);
      detector.flush();
      steps++;
    }

    void add() {
      String name = "series-" + shard.size();
      shard.add(new SeriesState().named(name), snapshots);
      twin.add(new SeriesState().named(name), none);
    }

    void begin() {
      snapshots.begin();
      running.add(new RunningSnapshot(serializer.duplicate(), hex(twin)));
    }

    void write(RunningSnapshot snapshot) {
      if (!snapshot.written) {
        assertThat(SerializedForm.hex(snapshot.serializer, shard)).isEqualTo(snapshot.expected);
        snapshot.written = true;
      }
    }

    void run(Action action) {
      switch (action) {
        case STEP_FIRST -> step(Math.min(0, shard.size() - 1));
        case STEP_LAST -> step(shard.size() - 1);
        case ADD -> add();
        case BEGIN -> begin();
        default -> finish(action);
      }
    }

    private void finish(Action action) {
      if (running.isEmpty()) {
        return;
      }
      switch (action) {
        case WRITE_OLDEST -> write(running.get(0));
        case WRITE_NEWEST -> write(running.get(running.size() - 1));
        default -> running.remove(0);
      }
    }
  }

  private static final class RunningSnapshot {
    private final TypeSerializer<SeriesShard> serializer;
    private final String expected;
    private boolean written;

    RunningSnapshot(TypeSerializer<SeriesShard> serializer, String expected) {
      this.serializer = serializer;
      this.expected = expected;
    }
  }

  private static String hex(SeriesShard shard) {
    return SerializedForm.hex(new SeriesShardSerializer(LAYOUT), shard);
  }

  @Property(tries = 500)
  void snapshots_inAnyOrder_writeTheStatesAtTheirBeginning(
      @ForAll @Size(min = 1, max = 80) List<Action> all) {
    Backend backend = new Backend();
    all.forEach(backend::run);
    backend.running.forEach(backend::write);

    assertThat(hex(backend.shard)).isEqualTo(hex(backend.twin));
  }

  @Example
  void state_changedBeforeItIsWritten_isCopiedForTheSnapshot() {
    Backend backend = new Backend();
    backend.add();
    backend.step(0);
    SeriesState state = backend.shard.state(0);
    backend.begin();
    backend.step(0);

    assertThat(backend.shard.state(0)).isSameAs(state);
  }

  /** Enough series that the table grows, two of each {@link String#hashCode}. */
  @Example
  void find_seriesOfEqualHashCode_findsEach() {
    SeriesIndex index = new SeriesIndex();
    List<SeriesState> states = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      assertThat(index.find(twin(i))).isNull();
      states.add(new SeriesState().named(twin(i)));
      index.add(states.get(i));
    }
    for (int i = 0; i < 100; i++) {
      assertThat(index.find(twin(i))).isSameAs(states.get(i));
    }
  }

  /** "Aa" and "BB" have the same hash code. */
  private static String twin(int i) {
    return "host-" + i / 2 + (i % 2 == 0 ? "-Aa" : "-BB");
  }

  /** Another thread writes, as in Flink. */
  @Example
  void snapshot_writtenConcurrently_hasTheStatesAtItsBeginning() throws Exception {
    Backend backend = new Backend();
    for (int i = 0; i < 500; i++) {
      backend.add();
      backend.step(i);
    }
    for (int round = 0; round < 20; round++) {
      backend.begin();
      RunningSnapshot snapshot = backend.running.remove(0);
      CompletableFuture<Void> written = CompletableFuture.runAsync(() -> backend.write(snapshot));
      for (int i = 0; i < 500; i++) {
        backend.step((i * 7) % 500);
      }
      written.get();
    }
  }
}
