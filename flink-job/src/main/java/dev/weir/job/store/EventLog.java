// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.store;

import dev.weir.job.batch.EventBatch;
import dev.weir.job.batch.EventBatchBuilder;
import dev.weir.series.Observation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * The events of the series in the heap cache since the series were last written to the state
 * backend, by key group.
 *
 * <p>The state of a series is a function of the state written last and of the events since, bit for
 * bit. A checkpoint therefore stores the events of most key groups, about 50 bytes each, in place
 * of a kilobyte for each series.
 */
final class EventLog {

  private static final int INITIAL_BYTES = 128;

  private final KeyedStates states;

  /** Events that are not in the backend yet, by key group. */
  private final EventBatchBuilder[] unwritten;

  /** Bytes in the backend, by key group. */
  private final long[] writtenBytes;

  /** Key groups with a series that was changed by something other than an event. */
  private final BitSet incomplete = new BitSet();

  EventLog(KeyedStates states) {
    this.states = states;
    unwritten =
        Stream.generate(() -> new EventBatchBuilder(INITIAL_BYTES))
            .limit(states.groups().count())
            .toArray(EventBatchBuilder[]::new);
    writtenBytes = new long[unwritten.length];
  }

  /**
   * Returns the events of a key group in the restored checkpoint. Discards events that another
   * model has processed.
   *
   * @param model {@link ModelFingerprint} of the model in use
   */
  Iterable<EventBatch> restored(int group, long model) throws Exception {
    Long logModel = states.logModel(group);
    if (logModel != null && logModel == model) {
      List<EventBatch> events = new ArrayList<>();
      for (EventBatch batch : states.log(group)) {
        writtenBytes[group] += batch.size();
        events.add(batch);
      }
      return events;
    }
    if (logModel != null) {
      clear(group);
    }
    return List.of();
  }

  /** Adds an event of a series in the heap cache. */
  void add(SeriesState series, Observation point) {
    unwritten[series.group()].add(series.nameBytes(), point);
  }

  /** Records that a series of the group was changed by something other than an event. */
  void markIncomplete(int group) {
    incomplete.set(group);
  }

  /** Whether the states of the group's series follow from their events. */
  boolean isComplete(int group) {
    return !incomplete.get(group);
  }

  /** Size of the events that are not in the backend yet, bytes. */
  int unwrittenBytes(int group) {
    return unwritten[group].size();
  }

  /** Size of all events of the group since its series were last written, bytes. */
  long bytes(int group) {
    return writtenBytes[group] + unwrittenBytes(group);
  }

  /**
   * Writes the new events of a key group to the backend.
   *
   * @param model {@link ModelFingerprint} of the model in use
   */
  void write(int group, long model) throws Exception {
    if (!unwritten[group].isEmpty()) {
      writtenBytes[group] += unwrittenBytes(group);
      states.appendToLog(group, unwritten[group].build(), model);
    }
  }

  /** Removes the events of a key group, also from the backend. */
  void clear(int group) {
    unwritten[group].clear();
    writtenBytes[group] = 0;
    incomplete.clear(group);
    states.clearLog(group);
  }
}
