package dev.weir.job.detect;

import java.io.IOException;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.ValueState;

/** A subtask's series on the heap: a {@link SeriesShard} for each of its key groups. */
final class HeapSeries {

  private final Consumer<String> keys;
  private final ValueState<SeriesShard> kept;
  private final ValueState<SeriesState> single;
  private final Snapshots snapshots;
  private final KeyGroupNames groups;

  /** By key group, from the subtask's first on. */
  private final SeriesShard[] shards;

  /**
   * @param keys makes a series, or a key group's name, the key whose state is at hand
   * @param kept the shard of the key group at hand
   * @param single the state of the series at hand, where another backend kept it by itself
   * @param snapshots those of the subtask
   * @param groups the subtask's
   */
  HeapSeries(
      Consumer<String> keys,
      ValueState<SeriesShard> kept,
      ValueState<SeriesState> single,
      Snapshots snapshots,
      KeyGroupNames groups)
      throws IOException {
    this.keys = keys;
    this.kept = kept;
    this.single = single;
    this.snapshots = snapshots;
    this.groups = groups;
    shards = new SeriesShard[groups.count()];
    for (int i = 0; i < shards.length; i++) {
      shards[i] = shard(i);
    }
  }

  private SeriesShard shard(int index) throws IOException {
    keys.accept(groups.name(index));
    SeriesShard shard = kept.value();
    if (shard == null) {
      shard = new SeriesShard(snapshots.count());
      kept.update(shard);
    }
    return shard;
  }

  /** Where the series is, if it is known. */
  SeriesShard shardOf(String series) {
    return shards[groups.indexOf(series)];
  }

  /** The state of a series, new where there is none, to be changed. */
  SeriesState change(String series) throws IOException {
    SeriesShard shard = shardOf(series);
    int number = shard.find(series);
    return shard.change(number == SeriesShard.NONE ? add(series, shard) : number, snapshots);
  }

  private int add(String series, SeriesShard shard) throws IOException {
    keys.accept(series);
    SeriesState state = single.value();
    single.clear();
    return shard.add(series, state == null ? new SeriesState() : state, snapshots);
  }
}
