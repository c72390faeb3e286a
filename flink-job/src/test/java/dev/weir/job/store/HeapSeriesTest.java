// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.weir.detect.Detector;
import dev.weir.detect.DetectorConfig;
import dev.weir.job.serialization.SerializedForm;
import dev.weir.sandbox.model.RandomModel;
import dev.weir.series.Observation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.apache.flink.api.common.TaskInfoImpl;
import org.jspecify.annotations.Nullable;

/** Checks snapshots that begin, are written and end while the series change. */
class HeapSeriesTest {

  private static final SeriesPageSerializer PAGES =
      new SeriesPageSerializer(SeriesPageSerializer.NEWEST_LAYOUT);

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

  /** Acts like the heap backend: a snapshot refers to the values at its beginning. */
  private final class Backend implements SeriesShard.Storage {

    private final List<SeriesPage> pages = new ArrayList<>();
    private final List<RunningSnapshot> running = new ArrayList<>();

    /** The states as they must be, each stepped by itself. */
    private final List<SeriesState> expected = new ArrayList<>();

    private final HeapSeries heap;
    private int steps;

    Backend() {
      try {
        KeyGroups groups = new KeyGroups(new TaskInfoImpl("detect", 1, 0, 1, 0));
        heap = new HeapSeries(groups, this, name -> new SeriesState().named(name));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public @Nullable SeriesPage read(int group, int number) {
      return number < pages.size() ? pages.get(number) : null;
    }

    @Override
    public void write(int group, int number, SeriesPage page) {
      if (number == pages.size()) {
        pages.add(page);
      } else {
        pages.set(number, page);
      }
    }

    SeriesState forUpdate(int number) {
      try {
        return heap.forUpdate("series-" + number);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void step(int number) {
      if (number < 0) {
        return;
      }
      Observation point = new Observation(60_000L * steps, new double[] {steps % 7});
      detector.step(forUpdate(number).detectorState(detector, model), point);
      detector.step(expected.get(number).detectorState(detector, model), point);
      detector.flush();
      steps++;
    }

    void add() {
      forUpdate(expected.size());
      expected.add(new SeriesState().named("series-" + expected.size()));
    }

    void begin() {
      heap.beginSnapshot();
      running.add(new RunningSnapshot(List.copyOf(pages), hex()));
    }

    /** The series as they must be written. */
    private List<String> hex() {
      return expected.stream().map(HeapSeriesTest::hex).toList();
    }

    void run(Action action) {
      switch (action) {
        case STEP_FIRST -> step(Math.min(0, expected.size() - 1));
        case STEP_LAST -> step(expected.size() - 1);
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
        case WRITE_OLDEST -> running.remove(0).write().join();
        case WRITE_NEWEST -> running.remove(running.size() - 1).write().join();
        default -> running.remove(0);
      }
    }
  }

  private record RunningSnapshot(List<SeriesPage> pages, List<String> expected) {

    /** Writes in another thread, as Flink does. */
    CompletableFuture<Void> write() {
      return CompletableFuture.runAsync(this::verify);
    }

    /** Writes the pages and compares the series with those at the snapshot's beginning. */
    private void verify() {
      List<String> written = new ArrayList<>();
      for (SeriesPage page : pages) {
        SeriesPage read = SerializedForm.read(PAGES, SerializedForm.write(PAGES, page));
        read.forEach(series -> written.add(hex(series)));
      }
      assertThat(written).isEqualTo(expected);
    }
  }

  private static String hex(SeriesState series) {
    SeriesPage page = new SeriesPage(0);
    page.add(series);
    return SerializedForm.hex(PAGES, page);
  }

  @Property(tries = 300)
  void snapshots_inAnyOrder_writeTheStatesAtTheirBeginning(
      @ForAll @Size(min = 1, max = 200) List<Action> all) {
    Backend backend = new Backend();
    all.forEach(backend::run);
    backend.begin();
    backend.running.forEach(snapshot -> snapshot.write().join());
  }

  /** Long-lived objects that are replaced at each snapshot are work for the garbage collector. */
  @Example
  void state_changedAfterASnapshotBegan_staysTheSameObject() {
    Backend backend = new Backend();
    backend.add();
    SeriesState state = backend.forUpdate(0);
    backend.begin();
    backend.step(0);

    assertThat(backend.forUpdate(0)).isSameAs(state);
  }

  /** A slow savepoint goes on while a checkpoint ends, whose pages are then collected. */
  @Example
  void snapshot_olderThanOneThatIsCollected_hasTheStatesAtItsBeginning() {
    Backend backend = new Backend();
    backend.add();
    backend.add();
    backend.begin();
    backend.step(0);
    WeakReference<SeriesPage> collected = new WeakReference<>(backend.pages.get(0));
    backend.begin();
    backend.step(0);
    backend.running.remove(1);
    await()
        .until(
            () -> {
              System.gc();
              return collected.get() == null;
            });
    backend.step(1);

    backend.running.get(0).write().join();
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
      CompletableFuture<Void> written = backend.running.remove(0).write();
      for (int i = 0; i < 500; i++) {
        backend.step((i * 7) % 500);
      }
      written.get();
    }
  }
}
