package dev.weir.job.batch;

import dev.weir.job.decode.Malformed;
import dev.weir.job.decode.MalformedSerializer;
import dev.weir.job.type.LayoutSnapshot;
import dev.weir.job.type.StreamSerializer;
import dev.weir.job.type.StreamType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Writes a {@link DecodedBatch}: its events as {@link EventBundleSerializer} does, their number,
 * the newest time, the number of malformed records, then each of them.
 */
public final class DecodedBatchSerializer extends StreamSerializer<DecodedBatch> {

  private static final long serialVersionUID = 1L;
  private static final int NEWEST_LAYOUT = 1;

  /** The type of a stream of batches. */
  public static final StreamType<DecodedBatch> TYPE =
      new StreamType<>(DecodedBatch.class, new DecodedBatchSerializer(NEWEST_LAYOUT));

  private final TypeSerializer<EventBundle> bundles;
  private final TypeSerializer<Malformed> malformed;

  DecodedBatchSerializer(int layout) {
    super(layout);
    bundles = new EventBundleSerializer(layout);
    malformed = new MalformedSerializer(layout);
  }

  @Override
  public DecodedBatch createInstance() {
    return new OpenBatch().close();
  }

  @Override
  public void serialize(DecodedBatch batch, DataOutputView out) throws IOException {
    bundles.serialize(batch.events(), out);
    out.writeInt(batch.count());
    out.writeLong(batch.newestMillis());
    out.writeInt(batch.malformed().size());
    for (Malformed record : batch.malformed()) {
      malformed.serialize(record, out);
    }
  }

  @Override
  public DecodedBatch deserialize(DataInputView in) throws IOException {
    return new DecodedBatch(
        bundles.deserialize(in), in.readInt(), in.readLong(), readMalformed(in));
  }

  private List<Malformed> readMalformed(DataInputView in) throws IOException {
    int count = in.readInt();
    List<Malformed> records = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      records.add(malformed.deserialize(in));
    }
    return records;
  }

  @Override
  public TypeSerializerSnapshot<DecodedBatch> snapshotConfiguration() {
    return new Snapshot();
  }

  /** What a checkpoint keeps of the serializer. */
  public static final class Snapshot extends LayoutSnapshot<DecodedBatch> {
    /** For Flink. */
    public Snapshot() {
      super(NEWEST_LAYOUT, DecodedBatchSerializer::new);
    }
  }
}
