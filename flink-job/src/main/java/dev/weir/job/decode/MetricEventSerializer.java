// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.decode;

import dev.weir.event.MetricEvent;
import dev.weir.job.serialization.Layout;
import dev.weir.job.serialization.LayoutSnapshot;
import dev.weir.job.serialization.StreamSerializer;
import dev.weir.job.serialization.StreamType;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializer of a {@link MetricEvent}: series, time, values. */
public final class MetricEventSerializer extends StreamSerializer<MetricEvent> {

  private static final long serialVersionUID = 1L;
  private static final int NEWEST_LAYOUT = 1;

  /** The type of a stream of events. */
  public static final StreamType<MetricEvent> TYPE =
      new StreamType<>(MetricEvent.class, new MetricEventSerializer(NEWEST_LAYOUT));

  MetricEventSerializer(int layout) {
    super(layout);
  }

  @Override
  public MetricEvent createInstance() {
    return new MetricEvent("-", 0, new double[] {0});
  }

  @Override
  public void serialize(MetricEvent event, DataOutputView out) throws IOException {
    Layout.writeText(out, event.series());
    out.writeLong(event.timeMillis());
    Layout.writeDoubles(out, event.values());
  }

  @Override
  public MetricEvent deserialize(DataInputView in) throws IOException {
    return new MetricEvent(Layout.readText(in), in.readLong(), Layout.readDoubles(in));
  }

  @Override
  public TypeSerializerSnapshot<MetricEvent> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Configuration of the serializer in a checkpoint. */
  public static final class Snapshot extends LayoutSnapshot<MetricEvent> {
    /** Called by Flink through reflection. */
    public Snapshot() {
      super(NEWEST_LAYOUT, MetricEventSerializer::new);
    }
  }
}
