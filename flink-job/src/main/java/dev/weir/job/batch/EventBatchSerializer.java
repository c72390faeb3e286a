// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.batch;

import dev.weir.job.serialization.Layout;
import dev.weir.job.serialization.LayoutSnapshot;
import dev.weir.job.serialization.StreamSerializer;
import dev.weir.job.serialization.StreamType;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializer of an {@link EventBatch}: the number of its bytes, then the bytes. */
public final class EventBatchSerializer extends StreamSerializer<EventBatch> {

  private static final long serialVersionUID = 1L;
  private static final int NEWEST_LAYOUT = 1;

  /** The type of a stream of event batches. */
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
  public void serialize(EventBatch batch, DataOutputView out) throws IOException {
    Layout.writeBytes(out, batch.bytes());
  }

  @Override
  public EventBatch deserialize(DataInputView in) throws IOException {
    return new EventBatch(Layout.readBytes(in));
  }

  @Override
  public TypeSerializerSnapshot<EventBatch> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Configuration of the serializer in a checkpoint. */
  public static final class Snapshot extends LayoutSnapshot<EventBatch> {
    /** Called by Flink through reflection. */
    public Snapshot() {
      super(NEWEST_LAYOUT, EventBatchSerializer::new);
    }
  }
}
