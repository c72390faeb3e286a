package dev.weir.job.store;

import dev.weir.job.batch.EventBatchSerializer;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;

/**
 * The states of a subtask's series, wherever the backend keeps them: on the heap, or in a database
 * with some of them on the heap in front of it.
 *
 * <p>Either backend reads what the other left in a savepoint.
 */
public final class SeriesStore {

  private static final SeriesStateSerializer STATE =
      new SeriesStateSerializer(SeriesStateSerializer.NEWEST_LAYOUT);

  private final Consumer<String> keys;
  private final KeyGroupNames groups;
  private final Snapshots snapshots;
  private final ValueState<SeriesState> single;
  private final ValueState<SeriesShard> shards;
  private final EventLog logs;
  private final HeapStore heap;

  /** Whether the backend hands out what it keeps, or else a copy each time. */
  private final boolean onHeap;

  /** Series of this bundle that there is no room for on the heap. */
  private StoredSeries bundle;

  /**
   * @param context the function's
   * @param keys makes a series, or a key group's name, the key whose state is at hand
   * @param onHeap whether the backend hands out what it keeps, or else a copy each time
   * @param room for so many series on the heap, where the backend keeps copies
   */
  public SeriesStore(RuntimeContext context, Consumer<String> keys, boolean onHeap, int room)
      throws IOException {
    this.keys = keys;
    this.onHeap = onHeap;
    groups = KeyGroupNames.of(context.getTaskInfo());
    snapshots = new Snapshots(groups.count());
    single = context.getState(new ValueStateDescriptor<>("series", STATE));
    shards =
        context.getState(
            new ValueStateDescriptor<>(
                "shards",
                new SeriesShardSerializer(SeriesShardSerializer.NEWEST_LAYOUT, snapshots)));
    logs =
        new EventLog(
            keys,
            groups,
            single,
            context.getListState(new ListStateDescriptor<>("log", EventBatchSerializer.TYPE)),
            context.getState(new ValueStateDescriptor<>("log-model", Long.class)));
    heap = onHeap ? allOnTheHeap() : inFront(room);
    bundle = new StoredSeries(keys, single);
  }

  private HeapStore allOnTheHeap() throws IOException {
    HeapStore.Shards kept =
        group -> {
          keys.accept(groups.name(group));
          SeriesShard shard = shards.value();
          if (shard == null) {
            shard = new SeriesShard();
            shards.update(shard);
          }
          return shard;
        };
    return new HeapStore(groups, kept, this::take, snapshots, Integer.MAX_VALUE);
  }

  private SeriesState take(String series) throws IOException {
    SeriesState state = StoredSeries.read(keys, single, series);
    single.clear();
    return state;
  }

  private HeapStore inFront(int room) throws IOException {
    for (int group = 0; group < groups.count(); group++) {
      unpack(group);
    }
    return new HeapStore(
        groups,
        group -> new SeriesShard(),
        series -> StoredSeries.read(keys, single, series),
        snapshots,
        room);
  }

  /** Takes apart what a backend on the heap kept together. */
  private void unpack(int group) throws IOException {
    keys.accept(groups.name(group));
    SeriesShard shard = shards.value();
    if (shard != null) {
      shards.clear();
      StoredSeries.write(keys, single, shard.states(state -> true));
    }
  }

  /**
   * Brings the series up to where a checkpoint was taken.
   *
   * @param model {@link ModelFingerprint} of the model in use
   * @param replay shows a series on the heap an event again
   * @param catchUp called before anything is written
   */
  public void restore(long model, EventLog.Replay replay, Runnable catchUp) throws IOException {
    logs.replay(model, replay);
    catchUp.run();
    if (onHeap) {
      logs.clear();
    } else if (!heap.hasRoom()) {
      logs.writeAll(heap);
      heap.forgetUnchanged(group -> true);
    }
  }

  /** To look a bundle's events up with. */
  public Prefetcher lookAhead() {
    return new Prefetcher(heap);
  }

  /** The state of a series on the heap, new where there is none, to be changed. */
  public SeriesState change(String series) throws IOException {
    return heap.change(series);
  }

  /** The state of the series of an event, to be changed by it. */
  public SeriesState change(Prefetcher ahead, int i) throws IOException {
    if (onHeap) {
      return ahead.change(i);
    }
    if (heap.hasRoom() || ahead.isHere(i)) {
      SeriesState state = ahead.change(i);
      state.changed(true);
      logs.add(state, ahead.point(i));
      return state;
    }
    return bundle.change(ahead.series(i));
  }

  /** The state of a series, to be changed by a timer. */
  public SeriesState changeByTimer(String series) throws IOException {
    if (onHeap) {
      return heap.change(series);
    }
    if (heap.index().find(series) == null) {
      return bundle.change(series);
    }
    logs.changedOtherwise(series);
    SeriesState state = heap.change(series);
    state.changed(true);
    return state;
  }

  /**
   * Behind a bundle or a timer: writes what there was no room for.
   *
   * @param catchUp called before anything is written
   */
  public void end(Runnable catchUp) throws IOException {
    if (!bundle.isEmpty()) {
      catchUp.run();
      bundle.write();
      bundle = new StoredSeries(keys, single);
    }
  }

  /** A snapshot begins now; nothing is behind. */
  public void snapshot(long model) throws IOException {
    if (onHeap) {
      snapshots.begin();
    } else {
      logs.write(heap, model);
    }
  }
}
