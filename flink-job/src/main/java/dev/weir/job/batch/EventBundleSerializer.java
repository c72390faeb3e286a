package dev.weir.job.batch;

import dev.weir.job.type.Layout;
import dev.weir.job.type.LayoutSnapshot;
import dev.weir.job.type.StreamSerializer;
import dev.weir.job.type.StreamType;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes an {@link EventBundle}: its bytes as they are. */
public final class EventBundleSerializer extends StreamSerializer<EventBundle> {

  private static final long serialVersionUID = 1L;
  private static final int NEWEST_LAYOUT = 1;

  /** The type of a stream of bundles. */
  public static final StreamType<EventBundle> TYPE =
      new StreamType<>(EventBundle.class, new EventBundleSerializer(NEWEST_LAYOUT));

  EventBundleSerializer(int layout) {
    super(layout);
  }

  @Override
  public EventBundle createInstance() {
    return new EventBundle(new byte[0]);
  }

  @Override
  public void serialize(EventBundle bundle, DataOutputView out) throws IOException {
    Layout.writeBytes(out, bundle.bytes());
  }

  @Override
  public EventBundle deserialize(DataInputView in) throws IOException {
    return new EventBundle(Layout.readBytes(in));
  }

  @Override
  public TypeSerializerSnapshot<EventBundle> snapshotConfiguration() {
    return new Snapshot();
  }

  /** What a checkpoint keeps of the serializer. */
  public static final class Snapshot extends LayoutSnapshot<EventBundle> {
    /** For Flink. */
    public Snapshot() {
      super(NEWEST_LAYOUT, EventBundleSerializer::new);
    }
  }
}
