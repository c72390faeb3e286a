package dev.weir.job.store;

import java.io.IOException;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A subtask's series on the heap, a {@link SeriesShard} for each of its key groups: all of them, or
 * as many as there is room for.
 */
final class HeapStore {

  private final Origin origin;
  private final Snapshots snapshots;
  private final KeyGroupNames groups;
  private final int room;

  /** By key group, from the subtask's first on. */
  private final SeriesShard[] shards;

  private final SeriesIndex index = new SeriesIndex();

  /** Makes the shards. */
  @FunctionalInterface
  interface Shards {
    /** The shard of a key group. */
    SeriesShard of(int group) throws IOException;
  }

  /** Where the state of a series is that is not here. */
  @FunctionalInterface
  interface Origin {
    /** A state of its own; new where the series was never seen. */
    SeriesState read(String series) throws IOException;
  }

  /**
   * @param groups the subtask's
   * @param shards one for each
   * @param origin of what is not here
   * @param snapshots those of the subtask
   * @param room for as many series
   */
  HeapStore(KeyGroupNames groups, Shards shards, Origin origin, Snapshots snapshots, int room)
      throws IOException {
    this.groups = groups;
    this.origin = origin;
    this.snapshots = snapshots;
    this.room = room;
    this.shards = new SeriesShard[groups.count()];
    for (int group = 0; group < this.shards.length; group++) {
      this.shards[group] = shards.of(group);
      this.shards[group].begin(group, snapshots);
      enter(this.shards[group]);
    }
  }

  private void enter(SeriesShard shard) {
    for (int number = 0; number < shard.size(); number++) {
      index.add(shard.state(number));
    }
  }

  /** To look series up in. */
  SeriesIndex index() {
    return index;
  }

  /** Where the series of a key group are. */
  SeriesShard shard(int group) {
    return shards[group];
  }

  boolean hasRoom() {
    return index.size() < room;
  }

  /** Whether it is time to make room. */
  boolean isCrowded() {
    return index.size() > room - room / 8;
  }

  /** A series that is here, to be changed. */
  SeriesState change(SeriesState series) {
    shards[series.group()].aboutToChange(series.number(), snapshots);
    return series;
  }

  /** The state of a series, read from where it comes from if it is not here, to be changed. */
  SeriesState change(String name) throws IOException {
    @Nullable SeriesState series = index.find(name);
    return series == null ? add(name) : change(series);
  }

  private SeriesState add(String name) throws IOException {
    SeriesState series = origin.read(name).named(name);
    shards[groups.indexOf(name)].add(series, snapshots);
    index.add(series);
    return series;
  }

  /** Makes room: forgets the series of some key groups that have not changed since written. */
  void forgetUnchanged(IntPredicate which) {
    index.clear();
    for (int group = 0; group < shards.length; group++) {
      if (which.test(group)) {
        shards[group].keepOnly(shards[group].states(SeriesState::changed));
      }
      enter(shards[group]);
    }
  }
}
