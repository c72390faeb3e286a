package dev.weir.job.detect;

import java.io.IOException;

/**
 * A subtask's series on the heap, a {@link SeriesShard} for each of its key groups: all of them, or
 * as many as there is room for.
 */
final class HeapSeries {

  private final Origin origin;
  private final Snapshots snapshots;
  private final KeyGroupNames groups;
  private final int room;

  /** By key group, from the subtask's first on. */
  private final SeriesShard[] shards;

  private int size;

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
  HeapSeries(KeyGroupNames groups, Shards shards, Origin origin, Snapshots snapshots, int room)
      throws IOException {
    this.groups = groups;
    this.origin = origin;
    this.snapshots = snapshots;
    this.room = room;
    this.shards = new SeriesShard[groups.count()];
    for (int group = 0; group < this.shards.length; group++) {
      this.shards[group] = shards.of(group);
      this.shards[group].begin(group, snapshots);
      size += this.shards[group].size();
    }
  }

  /** Where the series of a key group are. */
  SeriesShard shard(int group) {
    return shards[group];
  }

  /** Where the series is, if it is here. */
  SeriesShard shardOf(String series) {
    return shards[groups.indexOf(series)];
  }

  boolean hasRoom() {
    return size < room;
  }

  /** Whether it is time to make room. */
  boolean isCrowded() {
    return size > room - room / 8;
  }

  /** The state of a series, read from where it comes from if it is not here, to be changed. */
  SeriesState change(String series) throws IOException {
    SeriesShard shard = shardOf(series);
    int number = shard.find(series);
    return shard.change(number == SeriesShard.NONE ? add(series, shard) : number, snapshots);
  }

  private int add(String series, SeriesShard shard) throws IOException {
    size++;
    return shard.add(series, origin.read(series), snapshots);
  }

  /** Forgets all series that have not changed since they were written. */
  void forgetUnchanged() {
    for (int group = 0; group < shards.length; group++) {
      forgetUnchanged(group);
    }
  }

  /**
   * Makes room: forgets the series of a key group that have not changed since they were written.
   */
  void forgetUnchanged(int group) {
    size -= shards[group].size();
    shards[group].keepOnly(shards[group].states(SeriesState::changed));
    size += shards[group].size();
  }
}
