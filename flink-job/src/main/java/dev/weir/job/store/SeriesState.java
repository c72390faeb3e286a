package dev.weir.job.store;

import dev.weir.detect.Detector;
import dev.weir.detect.DetectorState;
import dev.weir.job.batch.SeriesName;
import dev.weir.job.type.Layout;
import dev.weir.series.ReorderState;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * All that the job keeps of one series: one value, so that a point costs one look-up and one
 * update. Backs the detect operator.
 */
public final class SeriesState {

  private static final int ARMED = 1;
  private static final int ARRIVED = 2;
  private static final int SEEN = 4;

  private ReorderState waiting;

  /** When the last point came, by the wall clock; kept only where points wait. */
  private long arrivedMillis;

  /** Whether a timer will look after the points that wait. */
  private boolean armed;

  /** {@link ModelFingerprint} of the model that the detector's state belongs to. */
  private long model;

  /** Ready to be stepped; none of a series never seen, or not met since a checkpoint was read. */
  private @Nullable DetectorState live;

  /**
   * The detector's state as a checkpoint has it, until the series is met: its layout follows from
   * its model, and whoever reads a checkpoint has no model yet.
   */
  private byte @Nullable [] stored;

  /** Whether it was stepped since it was last written to where a copy is kept. */
  private boolean changed;

  /** {@link SeriesName} of the series; empty where it was not told. */
  private byte[] name = {};

  /** On the heap: which of its subtask's shards the series is in, and where there. */
  private int group;

  private int number;

  /** What is looked at in place of a series that is not there; never changed. */
  public static final SeriesState NONE = new SeriesState();

  /** A series never seen. */
  SeriesState() {
    this(new ReorderState());
  }

  private SeriesState(ReorderState waiting) {
    this.waiting = waiting;
  }

  /** Has this name from now on. */
  SeriesState named(String series) {
    name = SeriesName.bytes(series);
    return this;
  }

  /** Of the series, which was told it. */
  public String name() {
    return SeriesName.text(name, 0);
  }

  /** {@link SeriesName} of the series; not to be changed. */
  byte[] nameBytes() {
    return name;
  }

  /** Whether this is the series of which the {@link SeriesName} stands here. */
  boolean isNamed(byte[] bytes, int from, int to) {
    return Arrays.equals(name, 0, name.length, bytes, from, to);
  }

  /** Is at this place from now on. */
  void at(int group, int number) {
    this.group = group;
    this.number = number;
  }

  int group() {
    return group;
  }

  int number() {
    return number;
  }

  /** Points that wait to be put in order. */
  public ReorderState waiting() {
    return waiting;
  }

  public long arrivedMillis() {
    return arrivedMillis;
  }

  public void arrived(long nowMillis) {
    arrivedMillis = nowMillis;
  }

  public boolean armed() {
    return armed;
  }

  public void armed(boolean now) {
    armed = now;
  }

  boolean changed() {
    return changed;
  }

  public void changed(boolean now) {
    changed = now;
  }

  /**
   * The detector's state of this series; new where there is none.
   *
   * @param detector runs the model in use; what belongs to another was forgotten before
   * @param model {@link ModelFingerprint} of it
   */
  public DetectorState detectorState(Detector detector, long model) {
    if (live != null) {
      return live;
    }
    DetectorState state = detector.newState();
    if (stored != null) {
      read(state, stored);
      stored = null;
    }
    this.model = model;
    live = state;
    return state;
  }

  private static void read(DetectorState state, byte[] bytes) {
    try {
      state.fromBytes(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Has memory bring what says where the rest is; returns something of it. */
  int touch() {
    return live == null ? 0 : live.touch() + waiting.size() + name.length + number;
  }

  /** Has memory bring all that a step will read; returns something of it. */
  int touchAll() {
    return live == null ? 0 : live.touchAll();
  }

  /**
   * Forgets what belongs to another model; true where there was something.
   *
   * @param inUse {@link ModelFingerprint} of the model in use
   */
  public boolean forgetOther(long inUse) {
    boolean other = stored != null && model != inUse;
    if (other) {
      stored = null;
    }
    return other;
  }

  /** An independent copy. */
  SeriesState copy() {
    SeriesState copy = new SeriesState(waiting.copy());
    copy.arrivedMillis = arrivedMillis;
    copy.armed = armed;
    copy.model = model;
    copy.live = live == null ? null : live.copy();
    copy.stored = stored;
    return copy;
  }

  /**
   * Writes what waits, a byte of marks, when a point came last where that is kept, then, of a
   * series that was seen, its model's fingerprint and the detector's state with its length.
   */
  void write(DataOutput out) throws IOException {
    waiting.write(out);
    byte[] bytes = live == null ? stored : live.toBytes();
    out.writeByte(
        (armed ? ARMED : 0) | (arrivedMillis != 0 ? ARRIVED : 0) | (bytes != null ? SEEN : 0));
    if (arrivedMillis != 0) {
      out.writeLong(arrivedMillis);
    }
    if (bytes != null) {
      out.writeLong(model);
      Layout.writeBytes(out, bytes);
    }
  }

  static SeriesState read(DataInput in) throws IOException {
    SeriesState state = new SeriesState(ReorderState.read(in));
    byte marks = in.readByte();
    state.armed = (marks & ARMED) != 0;
    state.arrivedMillis = (marks & ARRIVED) != 0 ? in.readLong() : 0;
    if ((marks & SEEN) != 0) {
      state.model = in.readLong();
      state.stored = Layout.readBytes(in);
    }
    return state;
  }
}
