// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.store;

import dev.weir.job.batch.SeriesName;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Hash table of a subtask's series by name: open addressing with linear probing, at most half full.
 * The hashes are stored beside the references, so that a look-up has one cache miss before it knows
 * the series.
 */
final class SeriesIndex {

  private static final int INITIAL_SLOTS = 16;

  /** Golden ratio (Fibonacci hashing): spreads a hash over the upper bits. */
  private static final int MULTIPLIER = 0x9E3779B9;

  private int[] hashes = new int[INITIAL_SLOTS];
  private @Nullable SeriesState[] slots = new SeriesState[INITIAL_SLOTS];
  private int size;

  private int slotOf(int hash) {
    return (hash * MULTIPLIER) >>> Integer.numberOfLeadingZeros(slots.length - 1);
  }

  private int slotAfter(int slot) {
    return slot + 1 & slots.length - 1;
  }

  /** Prefetches the first slot of a look-up; returns a value that depends on it. */
  int prefetch(int hash) {
    int slot = slotOf(hash);
    return hashes[slot] + (slots[slot] == null ? 0 : 1);
  }

  /** Returns the first series with this hash, whose name may be another; null if there is none. */
  @Nullable SeriesState candidate(int hash) {
    return slots[find(hash, slotOf(hash))];
  }

  /** Returns the series of this name; null if there is none. */
  @Nullable SeriesState find(String name) {
    byte[] bytes = SeriesName.bytes(name);
    return find(bytes, 0, bytes.length);
  }

  /** Returns the series whose {@link SeriesName} is in this range; null if there is none. */
  @Nullable SeriesState find(byte[] bytes, int nameFrom, int nameTo) {
    int hash = SeriesName.hash(bytes, nameFrom, nameTo);
    int slot = find(hash, slotOf(hash));
    SeriesState found = slots[slot];
    while (found != null && !found.isNamed(bytes, nameFrom, nameTo)) {
      slot = find(hash, slotAfter(slot));
      found = slots[slot];
    }
    return found;
  }

  /** Returns the next slot that contains this hash or is empty. */
  private int find(int hash, int from) {
    int slot = from;
    while (slots[slot] != null && hashes[slot] != hash) {
      slot = slotAfter(slot);
    }
    return slot;
  }

  /** Adds a series that the index doesn't contain. */
  void add(SeriesState series) {
    size++;
    if (2 * size > slots.length) {
      grow();
    }
    insert(hash(series.nameBytes()), series);
  }

  private static int hash(byte[] name) {
    return SeriesName.hash(name, 0, name.length);
  }

  private void grow() {
    int[] oldHashes = hashes;
    @Nullable SeriesState[] oldSlots = slots;
    hashes = new int[2 * oldSlots.length];
    slots = new SeriesState[2 * oldSlots.length];
    for (int slot = 0; slot < oldSlots.length; slot++) {
      SeriesState series = oldSlots[slot];
      if (series != null) {
        insert(oldHashes[slot], series);
      }
    }
  }

  private void insert(int hash, SeriesState series) {
    int slot = slotOf(hash);
    while (slots[slot] != null) {
      slot = slotAfter(slot);
    }
    hashes[slot] = hash;
    slots[slot] = series;
  }

  int size() {
    return size;
  }

  void clear() {
    Arrays.fill(slots, null);
    size = 0;
  }
}
