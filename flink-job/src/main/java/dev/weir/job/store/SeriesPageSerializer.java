// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.store;

import dev.weir.job.serialization.LayoutSnapshot;
import dev.weir.job.serialization.StreamSerializer;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializer of a {@link SeriesPage}; {@link SeriesPage#write} describes the layout. */
final class SeriesPageSerializer extends StreamSerializer<SeriesPage> {

  private static final long serialVersionUID = 1L;
  static final int NEWEST_LAYOUT = 1;

  SeriesPageSerializer(int layout) {
    super(layout);
  }

  @Override
  public boolean isImmutableType() {
    return false;
  }

  @Override
  public SeriesPage createInstance() {
    return new SeriesPage(0);
  }

  @Override
  public SeriesPage copy(SeriesPage from) {
    return from.copy();
  }

  @Override
  public void serialize(SeriesPage page, DataOutputView out) throws IOException {
    page.write(out);
  }

  @Override
  public SeriesPage deserialize(DataInputView in) throws IOException {
    return SeriesPage.read(in);
  }

  @Override
  public TypeSerializerSnapshot<SeriesPage> snapshotConfiguration() {
    return new PageSnapshot();
  }

  /** Configuration of the serializer in a checkpoint. */
  public static final class PageSnapshot extends LayoutSnapshot<SeriesPage> {
    /** Called by Flink through reflection. */
    public PageSnapshot() {
      super(NEWEST_LAYOUT, SeriesPageSerializer::new);
    }
  }
}
