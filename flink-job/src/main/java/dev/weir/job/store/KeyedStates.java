// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.store;

import dev.weir.job.batch.EventBatch;
import dev.weir.job.batch.EventBatchSerializer;
import java.io.IOException;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.IntSerializer;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.jspecify.annotations.Nullable;

/**
 * The keyed states of the detect operator in Flink's state backend. Each method first sets the
 * current key: the name of a series, or the key of a key group.
 *
 * <p>Both implementations of {@link SeriesStore} register all of them, so that either restores the
 * savepoints of the other.
 */
final class KeyedStates implements SeriesShard.Storage {

  private final KeyedStateBackend<String> backend;
  private final KeyGroups groups;
  private final ValueState<SeriesState> series;

  /** The namespace of a page is its number. */
  private final ValueStateDescriptor<SeriesPage> pages =
      new ValueStateDescriptor<>(
          "pages", new SeriesPageSerializer(SeriesPageSerializer.NEWEST_LAYOUT));

  private final ListState<EventBatch> log;
  private final ValueState<Long> logModel;

  KeyedStates(RuntimeContext context, KeyedStateBackend<String> backend) {
    this.backend = backend;
    groups = new KeyGroups(context.getTaskInfo());
    series =
        context.getState(
            new ValueStateDescriptor<>(
                "series", new SeriesStateSerializer(SeriesStateSerializer.NEWEST_LAYOUT)));
    log = context.getListState(new ListStateDescriptor<>("log", EventBatchSerializer.TYPE));
    logModel = context.getState(new ValueStateDescriptor<>("log-model", Long.class));
  }

  /** The key groups of the subtask. */
  KeyGroups groups() {
    return groups;
  }

  /** Returns the stored state of a series, or a new one. */
  SeriesState readSeries(String name) throws IOException {
    backend.setCurrentKey(name);
    SeriesState state = series.value();
    return (state == null ? new SeriesState() : state).named(name);
  }

  /** Removes the stored state of a series and returns it, or a new one. */
  SeriesState removeSeries(String name) throws IOException {
    SeriesState state = readSeries(name);
    series.clear();
    return state;
  }

  /** Writes states by the names of their series, in the order of the map. */
  void writeSeries(Map<String, SeriesState> states) throws IOException {
    for (Map.Entry<String, SeriesState> entry : states.entrySet()) {
      backend.setCurrentKey(entry.getKey());
      series.update(entry.getValue());
    }
  }

  @Override
  public @Nullable SeriesPage read(int group, int number) throws IOException {
    return page(group, number).value();
  }

  @Override
  public void write(int group, int number, SeriesPage page) throws IOException {
    page(group, number).update(page);
  }

  /** Removes a page. */
  void remove(int group, int number) throws IOException {
    page(group, number).clear();
  }

  private ValueState<SeriesPage> page(int group, int number) throws IOException {
    backend.setCurrentKey(groups.key(group));
    try {
      return backend.getPartitionedState(number, IntSerializer.INSTANCE, pages);
    } catch (Exception e) {
      throw new IOException("the state backend can't open the pages of series", e);
    }
  }

  /** {@link ModelFingerprint} of the model that processed the logged events; null without a log. */
  @Nullable Long logModel(int group) throws IOException {
    backend.setCurrentKey(groups.key(group));
    return logModel.value();
  }

  /** The logged events of a key group. */
  Iterable<EventBatch> log(int group) throws Exception {
    backend.setCurrentKey(groups.key(group));
    return log.get();
  }

  /** Appends events that this model has processed to the log of a key group. */
  void appendToLog(int group, EventBatch events, long model) throws Exception {
    backend.setCurrentKey(groups.key(group));
    logModel.update(model);
    log.add(events);
  }

  /** Removes the log of a key group. */
  void clearLog(int group) {
    backend.setCurrentKey(groups.key(group));
    log.clear();
    logModel.clear();
  }
}
