// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.store;

import dev.weir.job.serialization.LayoutSnapshot;
import dev.weir.job.serialization.StreamSerializer;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * Serializer of a {@link SeriesShard}: the number of its series, then the name and the {@link
 * SeriesState} of each.
 *
 * <p>Flink duplicates the serializer when a snapshot begins, and writes with the duplicate while
 * the task goes on. A duplicate therefore writes the shard as it was when the duplicate was made.
 */
final class SeriesShardSerializer extends StreamSerializer<SeriesShard> {

  private static final long serialVersionUID = 1L;
  static final int NEWEST_LAYOUT = 1;

  /** Snapshots of the subtask; null if the task doesn't run while the serializer writes. */
  private final transient @Nullable RunningSnapshots snapshots;

  private final transient @Nullable CopyOnWriteSnapshot snapshot;

  SeriesShardSerializer(int layout) {
    this(layout, null);
  }

  SeriesShardSerializer(int layout, @Nullable RunningSnapshots snapshots) {
    super(layout);
    this.snapshots = snapshots;
    this.snapshot = snapshots == null ? null : snapshots.newest();
  }

  @Override
  public TypeSerializer<SeriesShard> duplicate() {
    return new SeriesShardSerializer(layout(), snapshots);
  }

  @Override
  public boolean isImmutableType() {
    return false;
  }

  @Override
  public SeriesShard createInstance() {
    return new SeriesShard();
  }

  @Override
  public void serialize(SeriesShard shard, DataOutputView out) throws IOException {
    if (snapshot == null) {
      shard.write(out);
    } else {
      snapshot.write(shard, out);
    }
  }

  @Override
  public SeriesShard deserialize(DataInputView in) throws IOException {
    return SeriesShard.read(in);
  }

  @Override
  public TypeSerializerSnapshot<SeriesShard> snapshotConfiguration() {
    return new ShardSnapshot();
  }

  /** Configuration of the serializer in a checkpoint. */
  public static final class ShardSnapshot extends LayoutSnapshot<SeriesShard> {
    /** Called by Flink through reflection. */
    public ShardSnapshot() {
      super(NEWEST_LAYOUT, SeriesShardSerializer::new);
    }
  }
}
