// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All series of one key group on the heap, in pages of {@value SeriesPage#CAPACITY}. */
final class SeriesShard {

  /** Order of RocksDB's keys, in which it writes fastest: the length comes first. */
  static final Comparator<String> ROCKSDB_ORDER =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  /** Number of the key group within its subtask. */
  private final int group;

  private final Storage storage;
  private final List<SeriesPage> pages = new ArrayList<>();
  private int size;

  /** Where the pages of key groups are stored. */
  interface Storage {

    /** For shards that are not stored. */
    Storage NONE =
        new Storage() {
          @Override
          public @Nullable SeriesPage read(int group, int number) {
            return null;
          }

          @Override
          public void write(int group, int number, SeriesPage page) {}
        };

    /** Returns a page; null if there is none of this number. */
    @Nullable SeriesPage read(int group, int number) throws IOException;

    /** Adds or replaces a page. */
    void write(int group, int number, SeriesPage page) throws IOException;
  }

  /** Opens the shard of a key group, with the series that are stored. */
  SeriesShard(int group, Storage storage) throws IOException {
    this.group = group;
    this.storage = storage;
    SeriesPage page = storage.read(group, 0);
    while (page != null) {
      addStored(page);
      page = storage.read(group, pages.size());
    }
  }

  private void addStored(SeriesPage page) {
    pages.add(page);
    page.forEach(
        series -> {
          series.setPosition(group, size);
          size++;
        });
  }

  int size() {
    return size;
  }

  /**
   * Prepares a series for a change.
   *
   * @param snapshots number of snapshots that have begun
   */
  void beforeChange(SeriesState series, int snapshots) throws IOException {
    currentPage(series.number() / SeriesPage.CAPACITY, snapshots)
        .beforeChange(series.number() % SeriesPage.CAPACITY);
    series.setSnapshots(snapshots);
  }

  /** Returns a page that no snapshot contains. */
  private SeriesPage currentPage(int number, int snapshots) throws IOException {
    SeriesPage page = pages.get(number);
    if (page.snapshots() == snapshots) {
      return page;
    }
    SeriesPage successor = page.successor(snapshots);
    pages.set(number, successor);
    storage.write(group, number, successor);
    return successor;
  }

  /**
   * Adds a series that the shard doesn't contain.
   *
   * @param snapshots number of snapshots that have begun
   */
  void add(SeriesState series, int snapshots) throws IOException {
    lastPage(snapshots).add(series);
    series.setPosition(group, size);
    series.setSnapshots(snapshots);
    size++;
  }

  /** Returns the last page, with room for one more series. */
  private SeriesPage lastPage(int snapshots) throws IOException {
    int last = pages.size() - 1;
    if (last >= 0 && !pages.get(last).isFull()) {
      return currentPage(last, snapshots);
    }
    SeriesPage page = new SeriesPage(snapshots);
    storage.write(group, pages.size(), page);
    pages.add(page);
    return page;
  }

  void forEach(Consumer<SeriesState> action) {
    pages.forEach(page -> page.forEach(action));
  }

  /** The series that have changed since they were last written, by name. */
  Map<String, SeriesState> changed() {
    Map<String, SeriesState> changed = new TreeMap<>(ROCKSDB_ORDER);
    forEach(
        series -> {
          if (series.changed()) {
            changed.put(series.name(), series);
          }
        });
    return changed;
  }
}
