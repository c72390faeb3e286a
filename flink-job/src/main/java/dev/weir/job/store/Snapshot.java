package dev.weir.job.store;

import java.io.IOException;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * What one snapshot writes of the shards: all as it was when the snapshot began, though the job
 * goes on beside it. Before the job changes a series that is yet to be written, a copy is left
 * here.
 *
 * <p>The lock of a shard keeps the two apart; it is held for a few series at a time, so that the
 * job never waits for storage. A snapshot that is given up is forgotten with all its copies as soon
 * as Flink forgets it ({@link Snapshots}).
 */
final class Snapshot {

  /** Series written in one go: the job may wait as long as they take. */
  private static final int SERIES = 16;

  private static final int SERIES_BYTES = 1200;

  /** By shard; each is looked at under its shard's lock only. */
  private final Image[] images;

  /** Kept only so that the compiler does not leave out the reading ahead. */
  private int touched;

  /**
   * @param shards how many there are
   */
  Snapshot(int shards) {
    images = new Image[shards];
  }

  /** A shard as it was. */
  private static final class Image {
    private final int size;

    /** Of the series from {@code next} on, those that have changed since; none when all is done. */
    private @Nullable SeriesState @Nullable [] copies;

    private int next;

    Image(int size) {
      this.size = size;
      this.copies = new SeriesState[size];
    }

    /** A series as it was. */
    private SeriesState state(SeriesShard shard, int number) {
      SeriesState copy = copies == null ? null : copies[number];
      return copy == null ? shard.state(number) : copy;
    }
  }

  /** Begun with the shard as it is where there is none: nothing has changed since. */
  private Image of(SeriesShard shard) {
    Image image = images[shard.index()];
    if (image == null) {
      image = new Image(shard.size());
      images[shard.index()] = image;
    }
    return image;
  }

  /**
   * Keeps a series as it is now, unless that is written or kept already; the shard's lock is held.
   *
   * @param number of the series, or {@link SeriesShard#NONE} where one is about to be added
   * @return whether anything of the shard is yet to be written
   */
  boolean keep(SeriesShard shard, int number) {
    Image image = of(shard);
    if (image.copies == null) {
      return false;
    }
    boolean unwritten = number >= image.next && number < image.size;
    if (unwritten && image.copies[number] == null) {
      image.copies[number] = shard.state(number).copy();
    }
    return true;
  }

  /** Writes a shard as it was, as {@link SeriesShard#write} does. */
  void write(SeriesShard shard, DataOutputView out) throws IOException {
    DataOutputSerializer some = new DataOutputSerializer(SERIES * SERIES_BYTES);
    Image image = begin(shard);
    out.writeInt(image.size);
    while (writeSome(shard, image, some)) {
      out.write(some.getSharedBuffer(), 0, some.length());
      some.clear();
    }
  }

  private Image begin(SeriesShard shard) {
    synchronized (shard) {
      return of(shard);
    }
  }

  private boolean writeSome(SeriesShard shard, Image image, DataOutputSerializer out)
      throws IOException {
    synchronized (shard) {
      if (image.copies == null || image.next == image.size) {
        image.copies = null;
        return false;
      }
      int end = Math.min(image.size, image.next + SERIES);
      touch(shard, image, end);
      for (; image.next < end; image.next++) {
        shard.write(image.next, image.state(shard, image.next), out);
        image.copies[image.next] = null;
      }
      return true;
    }
  }

  /** Has memory bring the next series side by side, as {@link Prefetcher} does. */
  private void touch(SeriesShard shard, Image image, int end) {
    for (int number = image.next; number < end; number++) {
      touched += image.state(shard, number).touch();
    }
    for (int number = image.next; number < end; number++) {
      touched += image.state(shard, number).touchAll();
    }
  }
}
