package dev.weir.job.store;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The snapshots of its shards that a subtask has begun. Used by the subtask's own thread only.
 *
 * <p>Flink does not say when it gives a snapshot up, but forgets it: all but the newest are known
 * here only as long as Flink knows them.
 */
final class Snapshots {

  private final List<WeakReference<Snapshot>> known = new ArrayList<>();
  private final int shards;
  private @Nullable Snapshot newest;
  private int count;

  /**
   * @param shards how many the subtask has
   */
  Snapshots(int shards) {
    this.shards = shards;
  }

  /** One more begins now. */
  void begin() {
    newest = new Snapshot(shards);
    known.removeIf(snapshot -> snapshot.get() == null);
    known.add(new WeakReference<>(newest));
    count++;
  }

  /** How many have begun. */
  int count() {
    return count;
  }

  /** The one that began last; none before the first. */
  @Nullable Snapshot newest() {
    return newest;
  }

  /** As {@link Snapshot#keep}, for all of them. */
  boolean keep(SeriesShard shard, int number) {
    boolean left = false;
    for (WeakReference<Snapshot> each : known) {
      Snapshot snapshot = each.get();
      left |= snapshot != null && snapshot.keep(shard, number);
    }
    return left;
  }
}
