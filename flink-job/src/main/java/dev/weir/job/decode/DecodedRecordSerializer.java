package dev.weir.job.decode;

import dev.weir.event.MetricEvent;
import dev.weir.job.decode.DecodedRecord.Event;
import dev.weir.job.decode.DecodedRecord.Malformed;
import dev.weir.job.type.LayoutSnapshot;
import dev.weir.job.type.StreamSerializer;
import dev.weir.job.type.StreamType;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes a {@link DecodedRecord}: whether it is an event, then what it is. */
public final class DecodedRecordSerializer extends StreamSerializer<DecodedRecord> {

  private static final long serialVersionUID = 1L;
  private static final int NEWEST_LAYOUT = 1;

  /** The type of a stream of decoded records. */
  public static final StreamType<DecodedRecord> TYPE =
      new StreamType<>(DecodedRecord.class, new DecodedRecordSerializer(NEWEST_LAYOUT));

  private final TypeSerializer<MetricEvent> events;
  private final TypeSerializer<Malformed> malformed;

  DecodedRecordSerializer(int layout) {
    super(layout);
    events = new MetricEventSerializer(layout);
    malformed = new MalformedSerializer(layout);
  }

  @Override
  public DecodedRecord createInstance() {
    return new Event(events.createInstance());
  }

  @Override
  public void serialize(DecodedRecord decoded, DataOutputView out) throws IOException {
    out.writeBoolean(decoded instanceof Event);
    if (decoded instanceof Event event) {
      events.serialize(event.event(), out);
    } else {
      malformed.serialize((Malformed) decoded, out);
    }
  }

  @Override
  public DecodedRecord deserialize(DataInputView in) throws IOException {
    return in.readBoolean() ? new Event(events.deserialize(in)) : malformed.deserialize(in);
  }

  @Override
  public TypeSerializerSnapshot<DecodedRecord> snapshotConfiguration() {
    return new Snapshot();
  }

  /** What a checkpoint keeps of the serializer. */
  public static final class Snapshot extends LayoutSnapshot<DecodedRecord> {
    /** For Flink. */
    public Snapshot() {
      super(NEWEST_LAYOUT, DecodedRecordSerializer::new);
    }
  }
}
