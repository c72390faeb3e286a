// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.store;

import dev.weir.job.serialization.LayoutSnapshot;
import dev.weir.job.serialization.StreamSerializer;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Serializer of a {@link SeriesState}; {@link SeriesState#write} describes the layout. The detector
 * state has its length before it, so that it can be read without the model.
 */
final class SeriesStateSerializer extends StreamSerializer<SeriesState> {

  private static final long serialVersionUID = 1L;
  static final int NEWEST_LAYOUT = 2;

  SeriesStateSerializer(int layout) {
    super(layout);
  }

  @Override
  public boolean isImmutableType() {
    return false;
  }

  @Override
  public SeriesState createInstance() {
    return new SeriesState();
  }

  @Override
  public SeriesState copy(SeriesState from) {
    return from.copy();
  }

  @Override
  public void serialize(SeriesState state, DataOutputView out) throws IOException {
    state.write(out);
  }

  @Override
  public SeriesState deserialize(DataInputView in) throws IOException {
    if (layout() < NEWEST_LAYOUT) {
      throw new IOException(
          "an earlier version of Weir wrote the series' state, which this version can't read; start"
              + " the job without the checkpoint: layout="
              + layout()
              + ", expected="
              + NEWEST_LAYOUT);
    }
    return SeriesState.read(in);
  }

  @Override
  public TypeSerializerSnapshot<SeriesState> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Configuration of the serializer in a checkpoint. */
  public static final class Snapshot extends LayoutSnapshot<SeriesState> {
    /** Called by Flink through reflection. */
    public Snapshot() {
      super(NEWEST_LAYOUT, SeriesStateSerializer::new);
    }
  }
}
