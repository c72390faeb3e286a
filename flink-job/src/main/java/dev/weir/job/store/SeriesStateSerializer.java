package dev.weir.job.store;

import dev.weir.job.type.LayoutSnapshot;
import dev.weir.job.type.StreamSerializer;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Writes a {@link SeriesState}: what waits, when a point came last, whether a timer is set, the
 * model's fingerprint, and the detector's state with its length before it, so that it is read
 * without the model.
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
          "the series' state was written by an earlier version of Weir and can't be read: layout found="
              + layout()
              + ", readable="
              + NEWEST_LAYOUT
              + "; start the job without that checkpoint");
    }
    return SeriesState.read(in);
  }

  @Override
  public TypeSerializerSnapshot<SeriesState> snapshotConfiguration() {
    return new Snapshot();
  }

  /** What a checkpoint keeps of the serializer. */
  public static final class Snapshot extends LayoutSnapshot<SeriesState> {
    /** For Flink. */
    public Snapshot() {
      super(NEWEST_LAYOUT, SeriesStateSerializer::new);
    }
  }
}
