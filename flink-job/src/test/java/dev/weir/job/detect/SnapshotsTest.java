package dev.weir.job.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.detect.Detector;
import dev.weir.detect.DetectorConfig;
import dev.weir.job.TestModel;
import dev.weir.job.type.SerializedForm;
import dev.weir.series.Observation;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** A series' state under snapshots that begin, write it down and end while the job goes on. */
class SnapshotsTest {

  private static final int LAYOUT = SeriesStateSerializer.NEWEST_LAYOUT;

  private final Detector detector =
      new Detector(TestModel.ofSeed(1).model(), DetectorConfig.DEFAULT);
  private final long model = ModelFingerprint.of(detector.model().id());

  enum Happens {
    STEP,
    BEGIN,
    WRITE_OLDEST,
    WRITE_NEWEST,
    END_OLDEST
  }

  /** What a backend on the heap does: it asks for a copy while a snapshot that has it runs. */
  private final class Backend {

    private final Snapshots snapshots = new Snapshots();
    private final SeriesStateSerializer serializer = new SeriesStateSerializer(LAYOUT, snapshots);
    private final List<Running> running = new ArrayList<>();
    private SeriesState current = new SeriesState();

    /** Stepped alike, but never part of a snapshot. */
    private final SeriesState twin = new SeriesState();

    private int steps;

    void step() {
      if (running.stream().anyMatch(snapshot -> snapshot.state == current)) {
        current = serializer.copy(current);
      }
      Observation point = new Observation(60_000L * steps, new double[] {steps % 7});
      detector.step(current.detectorState(detector, model), point);
      detector.step(twin.detectorState(detector, model), point);
      steps++;
    }

    void begin() {
      snapshots.begin();
      running.add(new Running(current, hex(twin)));
    }

    void write(Running snapshot) {
      if (!snapshot.written) {
        assertThat(SerializedForm.hex(serializer, snapshot.state)).isEqualTo(snapshot.expected);
        snapshot.written = true;
      }
    }

    void happen(Happens what) {
      if (what == Happens.STEP) {
        step();
      } else if (what == Happens.BEGIN) {
        begin();
      } else if (!running.isEmpty()) {
        finish(what);
      }
    }

    private void finish(Happens what) {
      switch (what) {
        case WRITE_OLDEST -> write(running.get(0));
        case WRITE_NEWEST -> write(running.get(running.size() - 1));
        default -> running.remove(0);
      }
    }
  }

  private static final class Running {
    private final SeriesState state;
    private final String expected;
    private boolean written;

    Running(SeriesState state, String expected) {
      this.state = state;
      this.expected = expected;
    }
  }

  private static String hex(SeriesState state) {
    return SerializedForm.hex(new SeriesStateSerializer(LAYOUT), state);
  }

  @Property(tries = 500)
  void snapshots_beginWriteAndEndInAnyOrder_writeWhatWasWhenTheyBegan(
      @ForAll @Size(min = 1, max = 60) List<Happens> all) {
    Backend backend = new Backend();
    all.forEach(backend::happen);
    backend.running.forEach(backend::write);

    assertThat(hex(backend.current)).isEqualTo(hex(backend.twin));
  }

  @Example
  void state_writtenByTheOnlySnapshot_isGoneOnWith() {
    Backend backend = new Backend();
    backend.step();
    backend.begin();
    SeriesState before = backend.current;
    backend.write(backend.running.get(0));
    backend.step();

    assertThat(backend.current).isSameAs(before);
  }

  @Example
  void state_notYetWritten_leavesCopiesToTheSnapshot() {
    Backend backend = new Backend();
    backend.step();
    var worked = backend.current.detectorState(detector, model);
    backend.begin();
    backend.step();

    assertThat(backend.current.detectorState(detector, model)).isSameAs(worked);
  }
}
