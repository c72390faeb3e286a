// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.detect;

import dev.weir.detect.Detector;
import dev.weir.detect.ScoredPoint;
import dev.weir.event.MetricEvent;
import dev.weir.job.batch.EventBatch;
import dev.weir.job.decode.MetricEventSerializer;
import dev.weir.job.store.Prefetcher;
import dev.weir.job.store.SeriesState;
import dev.weir.job.store.SeriesStore;
import dev.weir.series.Observation;
import dev.weir.series.ReorderBuffer;
import dev.weir.series.ReorderConfig;
import dev.weir.series.ReorderOutput;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Operator that scores the events of all series of its key groups and emits the points with alerts.
 *
 * <p>An event goes to the reorder buffer of its series, and each point that the buffer releases
 * goes to the {@link Detector}. The {@link SeriesStore} has the states of the series.
 *
 * <p>It is an operator and not a {@code KeyedProcessFunction}, since a batch contains events of
 * many series, and Flink gives a function access to the state of one key per record.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open before anything else
public final class DetectOperator extends AbstractStreamOperator<ScoredEvent>
    implements OneInputStreamOperator<EventBatch, ScoredEvent>, Triggerable<String, VoidNamespace> {

  private static final long serialVersionUID = 1L;

  /** Side output of all scored points; empty unless {@link DetectSettings#emitScores}. */
  public static final OutputTag<ScoredEvent> SCORES =
      new OutputTag<>("scores", ScoredEventSerializer.TYPE);

  /** Side output of late points. */
  public static final OutputTag<MetricEvent> LATE =
      new OutputTag<>("late", MetricEventSerializer.TYPE);

  /** Identifies the timers in a checkpoint. */
  private static final String TIMERS = "user-timers";

  private final SubmittedModel model;
  private final DetectSettings settings;

  private transient Detector detector;
  private transient ReorderBuffer reorderBuffer;
  private transient boolean holdsPoints;
  private transient ReleaseTimers timers;
  private transient DetectCounters counters;
  private transient SeriesStore store;

  DetectOperator(SubmittedModel model, DetectSettings settings) {
    this.model = model;
    this.settings = settings;
  }

  /** Adds the operator after a stream of batches, each for one subtask. */
  public static SingleOutputStreamOperator<ScoredEvent> addTo(
      DataStream<EventBatch> batches, SubmittedModel model, DetectSettings settings) {
    return batches
        .keyBy(EventBatch::firstSeries, Types.STRING)
        .transform("detect", ScoredEventSerializer.TYPE, new DetectOperator(model, settings))
        .uid("detect");
  }

  @Override
  public void open() throws Exception {
    super.open();
    detector = new Detector(model.read().model(), settings.scoring().config());
    reorderBuffer = new ReorderBuffer(settings.order().config());
    holdsPoints = settings.holdsPoints();
    timers =
        new ReleaseTimers(
            getInternalTimerService(TIMERS, VoidNamespaceSerializer.INSTANCE, this),
            settings.order().quietMillis());
    counters = new DetectCounters(getRuntimeContext());
    store =
        SeriesStore.open(
            getRuntimeContext(), getKeyedStateBackend(), detector, settings.heapCacheSeries());
    replayLog();
  }

  /**
   * Replays the logged events of the restored checkpoint. Only a job that doesn't hold points back
   * writes a log, so they are replayed without holding points back.
   */
  private void replayLog() throws Exception {
    ReorderBuffer inOrder = holdsPoints ? new ReorderBuffer(ReorderConfig.DEFAULT) : reorderBuffer;
    store.restore(
        (series, point) -> inOrder.offer(series.reorderState(), point, new ReplayOutput(series)));
  }

  @Override
  public void processElement(StreamRecord<EventBatch> batch) throws IOException {
    long startNanos = System.nanoTime();
    Prefetcher events = store.prefetch(batch.getValue());
    while (events.next()) {
      process(events.seriesForUpdate(), events.point());
    }
    store.endBatch();
    counters.stepNanos.update((System.nanoTime() - startNanos) / events.count());
  }

  private void process(SeriesState series, Observation point) {
    reorderBuffer.offer(series.reorderState(), point, new SeriesOutput(series));
    if (holdsPoints) {
      setCurrentKey(series.name());
      timers.onArrival(series);
    }
  }

  @Override
  public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws IOException {
    onTimer(timer.getKey());
  }

  @Override
  public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) throws IOException {
    onTimer(timer.getKey());
  }

  private void onTimer(String name) throws IOException {
    SeriesState series = store.forTimer(name);
    if (timers.mayRelease(series)) {
      reorderBuffer.advance(
          series.reorderState(), timers.watermarkMillis(), new SeriesOutput(series));
    }
    timers.afterFiring(series);
    store.endBatch();
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    store.snapshot();
  }

  private ScoredPoint step(SeriesState series, Observation point) {
    return detector.step(store.detectorState(series), point);
  }

  /** Takes the points of one series from its reorder buffer: scores, emits and counts them. */
  private final class SeriesOutput implements ReorderOutput {

    private final SeriesState series;

    SeriesOutput(SeriesState series) {
      this.series = series;
    }

    @Override
    public void release(Observation point) {
      if (store.isOfOtherModel(series)) {
        counters.stateResets.inc();
      }
      ScoredPoint scored = step(series, point);
      counters.count(scored);
      if (settings.emitScores()) {
        output.collect(SCORES, new StreamRecord<>(scoredEvent(scored)));
      }
      if (scored.alert().isPresent()) {
        output.collect(new StreamRecord<>(scoredEvent(scored)));
      }
    }

    private ScoredEvent scoredEvent(ScoredPoint scored) {
      return new ScoredEvent(series.name(), detector.model().id(), scored);
    }

    @Override
    public void duplicate(Observation point) {
      counters.duplicate.inc();
    }

    @Override
    public void late(Observation point) {
      counters.late.inc();
      MetricEvent event = new MetricEvent(series.name(), point.timeMillis(), point.values());
      output.collect(LATE, new StreamRecord<>(event));
    }
  }

  /**
   * Takes the points that are replayed. They were emitted and counted before the checkpoint, so it
   * only steps the detector.
   */
  private final class ReplayOutput implements ReorderOutput {

    private final SeriesState series;

    ReplayOutput(SeriesState series) {
      this.series = series;
    }

    @Override
    public void release(Observation point) {
      step(series, point);
    }

    @Override
    public void duplicate(Observation point) {}

    @Override
    public void late(Observation point) {}
  }
}
