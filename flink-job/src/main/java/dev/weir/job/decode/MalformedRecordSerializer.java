// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.decode;

import dev.weir.job.serialization.Layout;
import dev.weir.job.serialization.LayoutSnapshot;
import dev.weir.job.serialization.StreamSerializer;
import dev.weir.job.serialization.StreamType;
import dev.weir.job.source.SourceRecord;
import dev.weir.job.source.SourceRecord.Position;
import dev.weir.job.source.SourceRecordLayout;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializer of a {@link MalformedRecord}: the record, then the reason. */
public final class MalformedRecordSerializer extends StreamSerializer<MalformedRecord> {

  private static final long serialVersionUID = 1L;
  private static final int NEWEST_LAYOUT = 1;

  /** The type of a stream of malformed records. */
  public static final StreamType<MalformedRecord> TYPE =
      new StreamType<>(MalformedRecord.class, new MalformedRecordSerializer(NEWEST_LAYOUT));

  /**
   * @param layout see {@link StreamSerializer}
   */
  public MalformedRecordSerializer(int layout) {
    super(layout);
  }

  @Override
  public MalformedRecord createInstance() {
    return new MalformedRecord(
        new SourceRecord(new Position("", 0, 0), 0, Optional.empty(), Optional.empty(), List.of()),
        "");
  }

  @Override
  public void serialize(MalformedRecord malformed, DataOutputView out) throws IOException {
    SourceRecordLayout.write(malformed.source(), out);
    Layout.writeText(out, malformed.reason());
  }

  @Override
  public MalformedRecord deserialize(DataInputView in) throws IOException {
    return new MalformedRecord(SourceRecordLayout.read(in), Layout.readText(in));
  }

  @Override
  public TypeSerializerSnapshot<MalformedRecord> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Configuration of the serializer in a checkpoint. */
  public static final class Snapshot extends LayoutSnapshot<MalformedRecord> {
    /** Called by Flink through reflection. */
    public Snapshot() {
      super(NEWEST_LAYOUT, MalformedRecordSerializer::new);
    }
  }
}
