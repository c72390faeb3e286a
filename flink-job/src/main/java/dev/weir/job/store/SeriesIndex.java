package dev.weir.job.store;

import dev.weir.job.batch.SeriesName;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds a subtask's series by name: open addressing with linear probing, at most half full, hashes
 * beside the series, so that a look-up waits for memory once before it knows where the series is.
 */
final class SeriesIndex {

  private static final int FEWEST_SLOTS = 16;

  /** Golden ratio: spreads a hash over the upper bits. */
  private static final int SPREAD = 0x9E3779B9;

  private int[] hashes = new int[FEWEST_SLOTS];
  private @Nullable SeriesState[] table = new SeriesState[FEWEST_SLOTS];
  private int size;

  private int slotOf(int hash) {
    return (hash * SPREAD) >>> Integer.numberOfLeadingZeros(table.length - 1);
  }

  private int behind(int slot) {
    return slot + 1 & table.length - 1;
  }

  /** Has memory bring where a look-up of this hash begins; returns something of it. */
  int touch(int hash) {
    int slot = slotOf(hash);
    return hashes[slot] + (table[slot] == null ? 0 : 1);
  }

  /** The first series with this hash that comes into question; its name may yet be another. */
  @Nullable SeriesState candidate(int hash) {
    return table[next(hash, slotOf(hash))];
  }

  /** The series of this name; none where it is not here. */
  @Nullable SeriesState find(String name) {
    byte[] bytes = SeriesName.bytes(name);
    return find(bytes, 0, bytes.length);
  }

  /** The series of which the {@link SeriesName} stands here; none where it is not here. */
  @Nullable SeriesState find(byte[] bytes, int nameFrom, int nameTo) {
    int hash = SeriesName.hash(bytes, nameFrom, nameTo);
    int slot = next(hash, slotOf(hash));
    SeriesState found = table[slot];
    while (found != null && !found.isNamed(bytes, nameFrom, nameTo)) {
      slot = next(hash, behind(slot));
      found = table[slot];
    }
    return found;
  }

  /** The next slot that holds this hash, or nothing. */
  private int next(int hash, int from) {
    int slot = from;
    while (table[slot] != null && hashes[slot] != hash) {
      slot = behind(slot);
    }
    return slot;
  }

  /** Takes in a series that is not here. */
  void add(SeriesState series) {
    size++;
    if (2 * size > table.length) {
      grow();
    }
    enter(hash(series.nameBytes()), series);
  }

  private static int hash(byte[] name) {
    return SeriesName.hash(name, 0, name.length);
  }

  private void grow() {
    int[] oldHashes = hashes;
    @Nullable SeriesState[] old = table;
    hashes = new int[2 * old.length];
    table = new SeriesState[2 * old.length];
    for (int slot = 0; slot < old.length; slot++) {
      SeriesState series = old[slot];
      if (series != null) {
        enter(oldHashes[slot], series);
      }
    }
  }

  private void enter(int hash, SeriesState series) {
    int slot = slotOf(hash);
    while (table[slot] != null) {
      slot = behind(slot);
    }
    hashes[slot] = hash;
    table[slot] = series;
  }

  int size() {
    return size;
  }

  /** Forgets all. */
  void clear() {
    Arrays.fill(table, null);
    size = 0;
  }
}
