package dev.weir.job.detect;

import dev.weir.detect.Detector;
import dev.weir.detect.DetectorState;
import dev.weir.job.type.Layout;
import dev.weir.series.ReorderState;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * All that the job keeps of one series: one value, so that a point costs one look-up and one
 * update. Backs {@link DetectFunction}.
 */
final class SeriesState {

  private static final int ARMED = 1;
  private static final int ARRIVED = 2;
  private static final int SEEN = 4;

  private final ReorderState waiting;
  private Memory memory;

  /** When the last point came, by the wall clock; kept only where points wait. */
  private long arrivedMillis;

  /** Whether a timer will look after the points that wait. */
  private boolean armed;

  /** A series never seen. */
  SeriesState() {
    this(new ReorderState(), new Memory.None());
  }

  private SeriesState(ReorderState waiting, Memory memory) {
    this.waiting = waiting;
    this.memory = memory;
  }

  /** Points that wait to be put in order. */
  ReorderState waiting() {
    return waiting;
  }

  long arrivedMillis() {
    return arrivedMillis;
  }

  void arrived(long nowMillis) {
    arrivedMillis = nowMillis;
  }

  boolean armed() {
    return armed;
  }

  void armed(boolean now) {
    armed = now;
  }

  /**
   * The detector's state of this series; new where there is none.
   *
   * @throws IllegalStateException where it belongs to another model; see {@link #forgetOther}
   */
  DetectorState detectorState(Detector detector) {
    if (memory instanceof Memory.Live live && live.detector() == detector) {
      return live.state();
    }
    DetectorState state = detector.newState();
    memory = new Memory.Live(detector, readInto(state, detector), state);
    return state;
  }

  /** Takes over what was stored; returns the fingerprint of the model. */
  private long readInto(DetectorState state, Detector detector) {
    if (memory instanceof Memory.Stored stored) {
      read(state, stored.bytes());
      return stored.model();
    }
    return ModelFingerprint.of(detector.model().id());
  }

  /** Has memory bring what a step will read; returns something of it. */
  int touch() {
    return memory instanceof Memory.Live live ? live.state().touch() : 0;
  }

  /**
   * Forgets what belongs to another model; true where there was something.
   *
   * @param model {@link ModelFingerprint} of the one that is in use
   */
  boolean forgetOther(long model) {
    boolean other = memory instanceof Memory.Stored stored && stored.model() != model;
    if (other) {
      memory = new Memory.None();
    }
    return other;
  }

  private static void read(DetectorState state, byte[] bytes) {
    try {
      state.fromBytes(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An independent copy; the points that wait are shared, they don't change. */
  SeriesState copy() {
    SeriesState copy = new SeriesState(waiting.copy(), memory.copy());
    copy.arrivedMillis = arrivedMillis;
    copy.armed = armed;
    return copy;
  }

  /**
   * Writes what waits, a byte of marks, when a point came last where that is kept, then, of a
   * series that was seen, its model's fingerprint and the detector's state with its length.
   */
  void write(DataOutput out) throws IOException {
    waiting.write(out);
    boolean seen = !(memory instanceof Memory.None);
    out.writeByte((armed ? ARMED : 0) | (arrivedMillis != 0 ? ARRIVED : 0) | (seen ? SEEN : 0));
    if (arrivedMillis != 0) {
      out.writeLong(arrivedMillis);
    }
    if (memory instanceof Memory.Live live) {
      write(live.model(), live.state().toBytes(), out);
    } else if (memory instanceof Memory.Stored stored) {
      write(stored.model(), stored.bytes(), out);
    }
  }

  private static void write(long model, byte[] bytes, DataOutput out) throws IOException {
    out.writeLong(model);
    Layout.writeBytes(out, bytes);
  }

  static SeriesState read(DataInput in) throws IOException {
    ReorderState waiting = ReorderState.read(in);
    byte marks = in.readByte();
    long arrivedMillis = (marks & ARRIVED) != 0 ? in.readLong() : 0;
    Memory memory =
        (marks & SEEN) != 0
            ? new Memory.Stored(in.readLong(), Layout.readBytes(in))
            : new Memory.None();
    SeriesState state = new SeriesState(waiting, memory);
    state.arrivedMillis = arrivedMillis;
    state.armed = (marks & ARMED) != 0;
    return state;
  }
}
