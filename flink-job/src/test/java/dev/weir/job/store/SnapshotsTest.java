package dev.weir.job.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.detect.Detector;
import dev.weir.detect.DetectorConfig;
import dev.weir.job.TestModel;
import dev.weir.job.type.SerializedForm;
import dev.weir.series.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** A shard under snapshots that begin, write it down and end while the job goes on. */
class SnapshotsTest {

  private static final int LAYOUT = SeriesShardSerializer.NEWEST_LAYOUT;

  private final Detector detector =
      new Detector(TestModel.ofSeed(1).model(), DetectorConfig.DEFAULT);
  private final long model = ModelFingerprint.of(detector.model().id());

  enum Happens {
    STEP_FIRST,
    STEP_LAST,
    ADD,
    BEGIN,
    WRITE_OLDEST,
    WRITE_NEWEST,
    FORGET_OLDEST
  }

  /** What a backend on the heap does: each snapshot has a serializer of its own. */
  private final class Backend {

    private final Snapshots snapshots = new Snapshots(1);
    private final SeriesShardSerializer serializer = new SeriesShardSerializer(LAYOUT, snapshots);
    private final List<Running> running = new ArrayList<>();
    private final SeriesShard shard = new SeriesShard();

    /** Stepped alike, but never part of a snapshot. */
    private final SeriesShard twin = new SeriesShard();

    private final Snapshots none = new Snapshots(1);
    private int steps;

    void step(int number) {
      if (number < 0) {
        return;
      }
      Observation point = new Observation(60_000L * steps, new double[] {steps % 7});
      shard.aboutToChange(number, snapshots);
      detector.step(shard.state(number).detectorState(detector, model), point);
      detector.step(twin.state(number).detectorState(detector, model), point);
      detector.catchUp();
      steps++;
    }

    void add() {
      String name = "series-" + shard.size();
      shard.add(new SeriesState().named(name), snapshots);
      twin.add(new SeriesState().named(name), none);
    }

    void begin() {
      snapshots.begin();
      running.add(new Running(serializer.duplicate(), hex(twin)));
    }

    void write(Running snapshot) {
      if (!snapshot.written) {
        assertThat(SerializedForm.hex(snapshot.serializer, shard)).isEqualTo(snapshot.expected);
        snapshot.written = true;
      }
    }

    void happen(Happens what) {
      switch (what) {
        case STEP_FIRST -> step(Math.min(0, shard.size() - 1));
        case STEP_LAST -> step(shard.size() - 1);
        case ADD -> add();
        case BEGIN -> begin();
        default -> finish(what);
      }
    }

    private void finish(Happens what) {
      if (running.isEmpty()) {
        return;
      }
      switch (what) {
        case WRITE_OLDEST -> write(running.get(0));
        case WRITE_NEWEST -> write(running.get(running.size() - 1));
        default -> running.remove(0);
      }
    }
  }

  private static final class Running {
    private final TypeSerializer<SeriesShard> serializer;
    private final String expected;
    private boolean written;

    Running(TypeSerializer<SeriesShard> serializer, String expected) {
      this.serializer = serializer;
      this.expected = expected;
    }
  }

  private static String hex(SeriesShard shard) {
    return SerializedForm.hex(new SeriesShardSerializer(LAYOUT), shard);
  }

  @Property(tries = 500)
  void snapshots_beginWriteAndEndInAnyOrder_writeWhatWasWhenTheyBegan(
      @ForAll @Size(min = 1, max = 80) List<Happens> all) {
    Backend backend = new Backend();
    all.forEach(backend::happen);
    backend.running.forEach(backend::write);

    assertThat(hex(backend.shard)).isEqualTo(hex(backend.twin));
  }

  @Example
  void state_notYetWritten_leavesACopyToTheSnapshot() {
    Backend backend = new Backend();
    backend.add();
    backend.step(0);
    SeriesState worked = backend.shard.state(0);
    backend.begin();
    backend.step(0);

    assertThat(backend.shard.state(0)).isSameAs(worked);
  }

  /** As many series as make the table grow, two of each hash. */
  @Example
  void find_seriesOfTheSameHash_findsEach() {
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

  /** "Aa" and "BB" have one hash. */
  private static String twin(int i) {
    return "host-" + i / 2 + (i % 2 == 0 ? "-Aa" : "-BB");
  }

  /** The writer is beside the job here, as it is in Flink. */
  @Example
  void snapshot_writtenWhileTheJobGoesOn_writesWhatWasWhenItBegan() throws Exception {
    Backend backend = new Backend();
    for (int i = 0; i < 500; i++) {
      backend.add();
      backend.step(i);
    }
    for (int round = 0; round < 20; round++) {
      backend.begin();
      Running snapshot = backend.running.remove(0);
      CompletableFuture<Void> written = CompletableFuture.runAsync(() -> backend.write(snapshot));
      for (int i = 0; i < 500; i++) {
        backend.step((i * 7) % 500);
      }
      written.get();
    }
  }
}
