package dev.weir.job.detect;

import dev.weir.job.batch.EventBatch;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateBackendLoader;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;

/**
 * Runs {@link DetectFunction}, and lets it turn to the state of each series of a bundle; Flink
 * would show it that of the first only.
 */
public final class DetectOperator extends KeyedProcessOperator<String, EventBatch, ScoredEvent> {

  private static final long serialVersionUID = 1L;

  DetectOperator(DetectFunction function) {
    super(function);
  }

  /** Sends events, in bundles, to the subtasks that keep their series' state and run this on it. */
  public static SingleOutputStreamOperator<ScoredEvent> behind(
      DataStream<EventBatch> bundles, DetectFunction function) {
    return bundles
        .keyBy(EventBatch::firstSeries, Types.STRING)
        .transform("detect", ScoredEventSerializer.TYPE, new DetectOperator(function))
        .uid("detect");
  }

  @Override
  public void open() throws Exception {
    super.open();
    boolean onHeap = StateBackendLoader.HASHMAP_STATE_BACKEND_NAME.equals(backend());
    ((DetectFunction) getUserFunction()).begin(this::setCurrentKey, onHeap);
  }

  private String backend() {
    return getKeyedStateBackend().getBackendTypeIdentifier();
  }
}
