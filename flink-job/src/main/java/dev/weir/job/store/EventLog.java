package dev.weir.job.store;

import dev.weir.job.batch.EventBatch;
import dev.weir.job.batch.EventBatchBuilder;
import dev.weir.series.Observation;
import java.io.IOException;
import java.util.BitSet;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ValueState;

/**
 * What happened to the series on the heap since they were last written to a backend that keeps
 * copies: their events, by key group.
 *
 * <p>A series' state follows from what was written of it and the events since, to the bit. So a
 * checkpoint writes the events of most key groups, fifty bytes each and a few large values, in
 * place of a kilobyte for each series; the series themselves are written each {@value #TURNS}
 * checkpoints, a part of the key groups in each.
 */
public final class EventLog {

  /** Checkpoints from one writing of a series to the next. */
  private static final int TURNS = 8;

  /** A log of this many bytes for each series costs as much as writing the series. */
  private static final int DEAR_BYTES = 512;

  private static final int FEWEST_BYTES = 128;

  private final Consumer<String> keys;
  private final KeyGroupNames groups;
  private final ValueState<SeriesState> states;
  private final ListState<EventBatch> logs;
  private final ValueState<Long> models;
  private final EventBatchBuilder[] open;

  /** Key groups whose series have changed by more than events. */
  private final BitSet more = new BitSet();

  private int turn;

  /**
   * @param keys makes a series, or a key group's name, the key whose state is at hand
   * @param groups the subtask's
   * @param states of the series at hand, as it was written last
   * @param logs events since, of the key group at hand
   * @param models {@link ModelFingerprint} of the model that these were met with
   */
  EventLog(
      Consumer<String> keys,
      KeyGroupNames groups,
      ValueState<SeriesState> states,
      ListState<EventBatch> logs,
      ValueState<Long> models) {
    this.keys = keys;
    this.groups = groups;
    this.states = states;
    this.logs = logs;
    this.models = models;
    open =
        Stream.generate(() -> new EventBatchBuilder(FEWEST_BYTES))
            .limit(groups.count())
            .toArray(EventBatchBuilder[]::new);
  }

  /** What to do with an event again. */
  @FunctionalInterface
  public interface Replay {
    void event(String series, Observation point) throws IOException;
  }

  /** Goes over all events that a checkpoint has, if they were met with this model. */
  void replay(long model, Replay replay) throws IOException {
    for (int group = 0; group < groups.count(); group++) {
      keys.accept(groups.name(group));
      Long metWith = models.value();
      if (metWith != null && metWith == model) {
        replay(replay);
      } else if (metWith != null) {
        clear(group);
      }
    }
  }

  private void replay(Replay replay) throws IOException {
    try {
      for (EventBatch bundle : logs.get()) {
        EventBatch.Reader events = bundle.reader();
        while (events.next()) {
          replay.event(events.series(), events.point());
        }
      }
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("the log of events can't be read", e);
    }
  }

  /** Takes in an event that a series on the heap was shown. */
  void add(SeriesState series, Observation point) {
    open[series.group()].add(series.nameBytes(), point);
  }

  /** A series on the heap is changed by something that is no event. */
  void changedOtherwise(String series) {
    more.set(groups.indexOf(series));
  }

  /** Writes what a checkpoint needs: of each key group its events, or its series. */
  void write(HeapStore heap, long model) throws IOException {
    turn++;
    if (heap.isCrowded()) {
      heap.forgetUnchanged(this::isTurnOf);
    }
    for (int group = 0; group < open.length; group++) {
      if (isTurnOf(group) || isDear(heap, group)) {
        writeSeries(heap, group);
      } else if (!open[group].isEmpty()) {
        writeLog(group, model);
      }
    }
  }

  private boolean isTurnOf(int group) {
    return (group + turn) % TURNS == 0;
  }

  /** Whether a log would say too little, or take as much as the series themselves. */
  private boolean isDear(HeapStore heap, int group) {
    return more.get(group) || open[group].size() > DEAR_BYTES * heap.shard(group).size();
  }

  private void writeLog(int group, long model) throws IOException {
    keys.accept(groups.name(group));
    models.update(model);
    add(open[group].close());
  }

  private void add(EventBatch events) throws IOException {
    try {
      logs.add(events);
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("the log of events can't be written", e);
    }
  }

  /** Writes all series that have changed, so that no log is needed. */
  void writeAll(HeapStore heap) throws IOException {
    for (int group = 0; group < open.length; group++) {
      writeSeries(heap, group);
    }
  }

  private void writeSeries(HeapStore heap, int group) throws IOException {
    Map<String, SeriesState> changed = heap.shard(group).states(SeriesState::changed);
    StoredSeries.write(keys, states, changed);
    changed.values().forEach(state -> state.changed(false));
    if (!changed.isEmpty()) {
      clear(group);
    }
  }

  /** Forgets all events. */
  void clear() {
    for (int group = 0; group < open.length; group++) {
      clear(group);
    }
  }

  private void clear(int group) {
    open[group].clear();
    more.clear(group);
    keys.accept(groups.name(group));
    logs.clear();
    models.clear();
  }
}
