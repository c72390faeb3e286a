// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.source;

import dev.weir.job.serialization.Layout;
import dev.weir.job.source.SourceRecord.Position;
import dev.weir.job.source.SourceRecord.SourceHeader;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Layout of a {@link SourceRecord}: position, timestamp, key, value, then each header. */
public final class SourceRecordLayout {

  private SourceRecordLayout() {}

  /** Writes a record. */
  public static void write(SourceRecord source, DataOutput out) throws IOException {
    Layout.writeText(out, source.position().topic());
    out.writeInt(source.position().partition());
    out.writeLong(source.position().offset());
    out.writeLong(source.timestampMillis());
    Layout.writeOptionalBytes(out, source.key());
    Layout.writeOptionalBytes(out, source.value());
    out.writeInt(source.headers().size());
    for (SourceHeader header : source.headers()) {
      Layout.writeText(out, header.name());
      Layout.writeOptionalBytes(out, header.value());
    }
  }

  /** Reads what {@link #write} wrote. */
  public static SourceRecord read(DataInput in) throws IOException {
    Position position = new Position(Layout.readText(in), in.readInt(), in.readLong());
    return new SourceRecord(
        position,
        in.readLong(),
        Layout.readOptionalBytes(in),
        Layout.readOptionalBytes(in),
        readHeaders(in));
  }

  private static List<SourceHeader> readHeaders(DataInput in) throws IOException {
    int count = in.readInt();
    List<SourceHeader> headers = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      headers.add(new SourceHeader(Layout.readText(in), Layout.readOptionalBytes(in)));
    }
    return headers;
  }
}
