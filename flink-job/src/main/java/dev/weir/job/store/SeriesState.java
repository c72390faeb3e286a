// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.store;

import dev.weir.detect.Detector;
import dev.weir.detect.DetectorState;
import dev.weir.job.batch.SeriesName;
import dev.weir.job.serialization.Layout;
import dev.weir.series.ReorderState;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * State of one series: its reorder buffer, its timer and its detector state. All of it is one value
 * of the state backend, so that an event costs one read and one write.
 */
public final class SeriesState {

  private static final int HAS_TIMER = 1;
  private static final int HAS_ARRIVAL = 2;
  private static final int HAS_DETECTOR_STATE = 4;

  /** Stands for a series that is not on the heap; never changed. */
  static final SeriesState NONE = new SeriesState();

  private final ReorderState reorderState;

  /** Processing time of the last event, milliseconds; 0 unless events are reordered. */
  private long lastArrivalMillis;

  /** Whether a timer is registered that will release points from the reorder buffer. */
  private boolean hasTimer;

  /** {@link ModelFingerprint} of the model of the detector state. */
  private long model;

  private @Nullable DetectorState detectorState;

  /**
   * The detector state as restored, until the first point is processed. It can't be read earlier:
   * its layout depends on the model, which is unknown while a checkpoint is read.
   */
  private byte @Nullable [] serializedDetectorState;

  /** Whether the series has changed since it was last written to the state backend. */
  private boolean changed;

  /** {@link SeriesName} of the series; empty if unknown. */
  private byte[] name = {};

  /** Number of the key group whose {@link SeriesShard} contains the series. */
  private int group;

  /** Number of the series in its shard. */
  private int number;

  /** Number of snapshots that had begun at the last change. */
  private int snapshots;

  /** A series that has no events yet. */
  SeriesState() {
    this(new ReorderState());
  }

  private SeriesState(ReorderState reorderState) {
    this.reorderState = reorderState;
  }

  /** Sets the name and returns this state. */
  SeriesState named(String series) {
    name = SeriesName.bytes(series);
    return this;
  }

  /** Name of the series. */
  public String name() {
    return SeriesName.text(name, 0);
  }

  /** {@link SeriesName} of the series; must not be changed. */
  byte[] nameBytes() {
    return name;
  }

  /** Whether the range of bytes is the {@link SeriesName} of this series. */
  boolean isNamed(byte[] bytes, int from, int to) {
    return Arrays.equals(name, 0, name.length, bytes, from, to);
  }

  /** Sets the position in the shards of the subtask. */
  void setPosition(int newGroup, int newNumber) {
    group = newGroup;
    number = newNumber;
  }

  int group() {
    return group;
  }

  int number() {
    return number;
  }

  int snapshots() {
    return snapshots;
  }

  void setSnapshots(int begun) {
    snapshots = begun;
  }

  /** The points that wait to be put in order. */
  public ReorderState reorderState() {
    return reorderState;
  }

  public long lastArrivalMillis() {
    return lastArrivalMillis;
  }

  public void setLastArrivalMillis(long millis) {
    lastArrivalMillis = millis;
  }

  public boolean hasTimer() {
    return hasTimer;
  }

  public void setHasTimer(boolean registered) {
    hasTimer = registered;
  }

  boolean changed() {
    return changed;
  }

  void setChanged(boolean nowChanged) {
    changed = nowChanged;
  }

  /**
   * Returns the detector state; a new one if there is none of this model.
   *
   * @param inUse {@link ModelFingerprint} of the detector's model
   */
  DetectorState detectorState(Detector detector, long inUse) {
    if (detectorState == null) {
      detectorState = restored(detector.newState(), inUse);
      serializedDetectorState = null;
      model = inUse;
    }
    return detectorState;
  }

  private DetectorState restored(DetectorState state, long inUse) {
    if (serializedDetectorState != null && model == inUse) {
      try {
        state.fromBytes(serializedDetectorState);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return state;
  }

  /**
   * Whether the restored detector state belongs to another model and will be discarded.
   *
   * @param inUse {@link ModelFingerprint} of the model in use
   */
  boolean isOfOtherModel(long inUse) {
    return serializedDetectorState != null && model != inUse;
  }

  /** Prefetches the headers of the arrays of the state; returns a value that depends on them. */
  int prefetchHeaders() {
    return detectorState == null
        ? 0
        : detectorState.prefetchHeaders() + reorderState.size() + name.length + number;
  }

  /** Prefetches all that a step reads; returns a value that depends on it. */
  int prefetchContents() {
    return detectorState == null ? 0 : detectorState.prefetchContents();
  }

  /** Returns an independent copy, without position. */
  SeriesState copy() {
    SeriesState copy = new SeriesState(reorderState.copy());
    copy.name = name;
    copy.lastArrivalMillis = lastArrivalMillis;
    copy.hasTimer = hasTimer;
    copy.model = model;
    copy.detectorState = detectorState == null ? null : detectorState.copy();
    copy.serializedDetectorState = serializedDetectorState;
    return copy;
  }

  /**
   * Writes the reorder state, a byte of flags, the last arrival if there is one, and the model's
   * fingerprint and the detector state with its length if there is one.
   */
  void write(DataOutput out) throws IOException {
    reorderState.write(out);
    byte[] bytes = detectorState == null ? serializedDetectorState : detectorState.toBytes();
    out.writeByte(
        (hasTimer ? HAS_TIMER : 0)
            | (lastArrivalMillis != 0 ? HAS_ARRIVAL : 0)
            | (bytes != null ? HAS_DETECTOR_STATE : 0));
    if (lastArrivalMillis != 0) {
      out.writeLong(lastArrivalMillis);
    }
    if (bytes != null) {
      out.writeLong(model);
      Layout.writeBytes(out, bytes);
    }
  }

  /** Reads what {@link #write} wrote. */
  static SeriesState read(DataInput in) throws IOException {
    SeriesState state = new SeriesState(ReorderState.read(in));
    byte flags = in.readByte();
    state.hasTimer = (flags & HAS_TIMER) != 0;
    state.lastArrivalMillis = (flags & HAS_ARRIVAL) != 0 ? in.readLong() : 0;
    if ((flags & HAS_DETECTOR_STATE) != 0) {
      state.model = in.readLong();
      state.serializedDetectorState = Layout.readBytes(in);
    }
    return state;
  }
}
