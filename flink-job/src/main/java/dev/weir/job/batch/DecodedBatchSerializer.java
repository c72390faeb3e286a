// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.batch;

import dev.weir.job.decode.MalformedRecord;
import dev.weir.job.decode.MalformedRecordSerializer;
import dev.weir.job.serialization.LayoutSnapshot;
import dev.weir.job.serialization.StreamSerializer;
import dev.weir.job.serialization.StreamType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Serializer of a {@link DecodedBatch}: its events in the layout of {@link EventBatchSerializer},
 * their number, the newest time, the number of malformed records, then each of them.
 */
public final class DecodedBatchSerializer extends StreamSerializer<DecodedBatch> {

  private static final long serialVersionUID = 1L;
  private static final int NEWEST_LAYOUT = 1;

  /** The type of a stream of batches. */
  public static final StreamType<DecodedBatch> TYPE =
      new StreamType<>(DecodedBatch.class, new DecodedBatchSerializer(NEWEST_LAYOUT));

  private final TypeSerializer<EventBatch> events;
  private final TypeSerializer<MalformedRecord> malformed;

  DecodedBatchSerializer(int layout) {
    super(layout);
    events = new EventBatchSerializer(layout);
    malformed = new MalformedRecordSerializer(layout);
  }

  @Override
  public DecodedBatch createInstance() {
    return new DecodedBatchBuilder().build();
  }

  @Override
  public void serialize(DecodedBatch batch, DataOutputView out) throws IOException {
    events.serialize(batch.events(), out);
    out.writeInt(batch.count());
    out.writeLong(batch.newestMillis());
    out.writeInt(batch.malformed().size());
    for (MalformedRecord record : batch.malformed()) {
      malformed.serialize(record, out);
    }
  }

  @Override
  public DecodedBatch deserialize(DataInputView in) throws IOException {
    return new DecodedBatch(events.deserialize(in), in.readInt(), in.readLong(), readMalformed(in));
  }

  private List<MalformedRecord> readMalformed(DataInputView in) throws IOException {
    int count = in.readInt();
    List<MalformedRecord> records = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      records.add(malformed.deserialize(in));
    }
    return records;
  }

  @Override
  public TypeSerializerSnapshot<DecodedBatch> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Configuration of the serializer in a checkpoint. */
  public static final class Snapshot extends LayoutSnapshot<DecodedBatch> {
    /** Called by Flink through reflection. */
    public Snapshot() {
      super(NEWEST_LAYOUT, DecodedBatchSerializer::new);
    }
  }
}
