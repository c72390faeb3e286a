package dev.weir.job.batch;

import dev.weir.job.type.Layout;
import dev.weir.job.type.LayoutSnapshot;
import dev.weir.job.type.StreamSerializer;
import dev.weir.job.type.StreamType;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes an {@link EventBatch}: its bytes as they are. */
public final class EventBatchSerializer extends StreamSerializer<EventBatch> {

  private static final long serialVersionUID = 1L;
  private static final int NEWEST_LAYOUT = 1;

  /** The type of a stream of bundles. */
  public static final StreamType<EventBatch> TYPE =
      new StreamType<>(EventBatch.class, new EventBatchSerializer(NEWEST_LAYOUT));

  EventBatchSerializer(int layout) {
    super(layout);
  }

  @Override
  public EventBatch createInstance() {
    return new EventBatch(new byte[0]);
  }

  @Override
  public void serialize(EventBatch bundle, DataOutputView out) throws IOException {
    Layout.writeBytes(out, bundle.bytes());
  }

  @Override
  public EventBatch deserialize(DataInputView in) throws IOException {
    return new EventBatch(Layout.readBytes(in));
  }

  @Override
  public TypeSerializerSnapshot<EventBatch> snapshotConfiguration() {
    return new Snapshot();
  }

  /** What a checkpoint keeps of the serializer. */
  public static final class Snapshot extends LayoutSnapshot<EventBatch> {
    /** For Flink. */
    public Snapshot() {
      super(NEWEST_LAYOUT, EventBatchSerializer::new);
    }
  }
}
