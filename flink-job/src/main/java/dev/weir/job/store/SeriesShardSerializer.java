package dev.weir.job.store;

import dev.weir.job.type.LayoutSnapshot;
import dev.weir.job.type.StreamSerializer;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * Writes a {@link SeriesShard}: the number of its series, then each one's name and {@link
 * SeriesState}.
 *
 * <p>Flink takes a duplicate for each snapshot when the snapshot begins, and has it write beside
 * the job; hence a duplicate writes what stood there at that time.
 */
final class SeriesShardSerializer extends StreamSerializer<SeriesShard> {

  private static final long serialVersionUID = 1L;
  static final int NEWEST_LAYOUT = 1;

  /** Of the subtask whose shards these are; none where nothing runs beside the writing. */
  private final transient @Nullable Snapshots snapshots;

  private final transient @Nullable Snapshot snapshot;

  SeriesShardSerializer(int layout) {
    this(layout, null);
  }

  SeriesShardSerializer(int layout, @Nullable Snapshots snapshots) {
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

  /** What a checkpoint keeps of the serializer. */
  public static final class ShardSnapshot extends LayoutSnapshot<SeriesShard> {
    /** For Flink. */
    public ShardSnapshot() {
      super(NEWEST_LAYOUT, SeriesShardSerializer::new);
    }
  }
}
