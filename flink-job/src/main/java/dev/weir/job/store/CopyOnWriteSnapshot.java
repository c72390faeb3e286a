// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.store;

import java.io.IOException;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * One snapshot of a subtask's shards: writes each series as it was when the snapshot began, while
 * the task goes on. Before the task changes a series that is not written yet, the series is copied
 * here.
 *
 * <p>The lock of a shard separates the two threads. It is held for a few series at a time, so that
 * the task never waits for storage.
 */
final class CopyOnWriteSnapshot {

  /** Series that are written under one lock, for which the task may have to wait. */
  private static final int SERIES_PER_LOCK = 16;

  private static final int TYPICAL_SERIES_BYTES = 1200;

  /** By key group; each is accessed under the lock of its shard only. */
  private final ShardImage[] images;

  /** Written so that the JIT compiler doesn't remove reads whose only purpose is to prefetch. */
  @SuppressWarnings("UnusedVariable")
  private int prefetched;

  /**
   * @param groups number of key groups of the subtask
   */
  CopyOnWriteSnapshot(int groups) {
    images = new ShardImage[groups];
  }

  /** What the snapshot has yet to write of one shard. */
  private static final class ShardImage {
    private final int size;

    /** Copies of the unwritten series that have changed since; null once all are written. */
    private @Nullable SeriesState @Nullable [] copies;

    /** Number of the next series to write. */
    private int next;

    ShardImage(int size) {
      this.size = size;
      this.copies = new SeriesState[size];
    }

    /** Returns a series as it was when the snapshot began. */
    private SeriesState state(SeriesShard shard, int number) {
      SeriesState copy = copies == null ? null : copies[number];
      return copy == null ? shard.state(number) : copy;
    }
  }

  /**
   * Returns the image of a shard. It is created before the first change since the snapshot began.
   */
  private ShardImage imageOf(SeriesShard shard) {
    ShardImage image = images[shard.group()];
    if (image == null) {
      image = new ShardImage(shard.size());
      images[shard.group()] = image;
    }
    return image;
  }

  /**
   * Copies a series unless it is written or copied already. The caller holds the shard's lock.
   *
   * @param number of the series, or {@link SeriesShard#NONE} before one is added
   * @return whether the snapshot has yet to write any series of the shard
   */
  boolean copy(SeriesShard shard, int number) {
    ShardImage image = imageOf(shard);
    if (image.copies == null) {
      return false;
    }
    boolean unwritten = number >= image.next && number < image.size;
    if (unwritten && image.copies[number] == null) {
      image.copies[number] = shard.state(number).copy();
    }
    return true;
  }

  /**
   * Writes a shard as it was when the snapshot began, in the layout of {@link SeriesShard#write}.
   */
  void write(SeriesShard shard, DataOutputView out) throws IOException {
    DataOutputSerializer buffer = new DataOutputSerializer(SERIES_PER_LOCK * TYPICAL_SERIES_BYTES);
    ShardImage image = begin(shard);
    out.writeInt(image.size);
    while (writeNext(shard, image, buffer)) {
      out.write(buffer.getSharedBuffer(), 0, buffer.length());
      buffer.clear();
    }
  }

  private ShardImage begin(SeriesShard shard) {
    synchronized (shard) {
      return imageOf(shard);
    }
  }

  /** Writes the next few series; false if all are written. */
  private boolean writeNext(SeriesShard shard, ShardImage image, DataOutputSerializer out)
      throws IOException {
    synchronized (shard) {
      if (image.copies == null || image.next == image.size) {
        image.copies = null;
        return false;
      }
      int end = Math.min(image.size, image.next + SERIES_PER_LOCK);
      prefetch(shard, image, end);
      for (; image.next < end; image.next++) {
        shard.write(image.next, image.state(shard, image.next), out);
        image.copies[image.next] = null;
      }
      return true;
    }
  }

  /** Prefetches the next series, as {@link Prefetcher} does. */
  private void prefetch(SeriesShard shard, ShardImage image, int end) {
    for (int number = image.next; number < end; number++) {
      prefetched += image.state(shard, number).prefetchHeaders();
    }
    for (int number = image.next; number < end; number++) {
      prefetched += image.state(shard, number).prefetchContents();
    }
  }
}
