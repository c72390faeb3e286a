// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.store;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The snapshots that a subtask has begun and that Flink may still write. Used by the task's thread
 * only.
 *
 * <p>Flink doesn't report that a snapshot is aborted; it only drops its references. Older snapshots
 * are therefore referenced weakly.
 */
final class RunningSnapshots {

  private final List<WeakReference<CopyOnWriteSnapshot>> snapshots = new ArrayList<>();
  private final int groups;
  private @Nullable CopyOnWriteSnapshot newest;
  private int begun;

  /**
   * @param groups number of key groups of the subtask
   */
  RunningSnapshots(int groups) {
    this.groups = groups;
  }

  /** Begins a snapshot. */
  void begin() {
    newest = new CopyOnWriteSnapshot(groups);
    snapshots.removeIf(snapshot -> snapshot.get() == null);
    snapshots.add(new WeakReference<>(newest));
    begun++;
  }

  /** Number of snapshots begun. */
  int begun() {
    return begun;
  }

  /** The snapshot begun last; null before the first. */
  @Nullable CopyOnWriteSnapshot newest() {
    return newest;
  }

  /**
   * Calls {@link CopyOnWriteSnapshot#copy} for each snapshot; true if any of them returned true.
   */
  boolean copy(SeriesShard shard, int number) {
    boolean unwritten = false;
    for (WeakReference<CopyOnWriteSnapshot> reference : snapshots) {
      CopyOnWriteSnapshot snapshot = reference.get();
      unwritten |= snapshot != null && snapshot.copy(shard, number);
    }
    return unwritten;
  }
}
