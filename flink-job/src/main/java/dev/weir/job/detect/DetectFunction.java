package dev.weir.job.detect;

import dev.weir.detect.Detector;
import dev.weir.detect.Verdict;
import dev.weir.event.MetricEvent;
import dev.weir.job.batch.EventBatch;
import dev.weir.job.decode.MetricEventSerializer;
import dev.weir.job.store.ModelFingerprint;
import dev.weir.job.store.Prefetcher;
import dev.weir.job.store.SeriesState;
import dev.weir.job.store.SeriesStore;
import dev.weir.series.Observation;
import dev.weir.series.ReorderBuffer;
import dev.weir.series.ReorderConfig;
import dev.weir.series.ReorderOutput;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Runs detector-core's {@link ReorderBuffer} and {@link Detector} over the keyed state of each
 * series.
 *
 * <p>On time. A point is released by its series' own clock, inside the reorder buffer. A timer is
 * needed only for a series that falls silent with points still waiting: the watermark alone would
 * not do, since one source with its clock ahead moves it for everybody and would cut short the
 * waiting of all others. So what waits is let go when both hold: the watermark has reached the
 * point, and nothing of this series came for {@code quietMillis} of the wall clock. The watermark
 * keeps a restart behind a pause from letting go of everything at once. At the end of the input the
 * last watermark, {@link Long#MAX_VALUE}, releases all. Where nothing ever waits, there is no
 * timer.
 */
public final class DetectFunction extends KeyedProcessFunction<String, EventBatch, ScoredEvent>
    implements CheckpointedFunction {

  private static final long serialVersionUID = 1L;

  /** Every point that was judged, alerted of or not. */
  public static final OutputTag<ScoredEvent> SCORES =
      new OutputTag<>("scores", ScoredEventSerializer.TYPE);

  /** Points that came too late. */
  public static final OutputTag<MetricEvent> LATE =
      new OutputTag<>("late", MetricEventSerializer.TYPE);

  private final ShippedModel model;
  private final DetectSettings settings;

  private transient Detector detector;
  private transient long fingerprint;
  private transient ReorderBuffer buffer;
  private transient boolean holds;
  private transient DetectCounters counters;

  @SuppressWarnings("NullAway.Init") // begin is called before the first bundle
  private transient SeriesStore states;

  @SuppressWarnings("NullAway.Init") // begin is called before the first bundle
  private transient Consumer<String> keys;

  /** Kept only so that the compiler does not leave out the reading ahead. */
  private transient int touched;

  /**
   * @param model what the job was submitted with
   */
  public DetectFunction(ShippedModel model, DetectSettings settings) {
    this.model = model;
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) throws IOException {
    ReorderConfig rules = settings.order().rules();
    detector = new Detector(model.read().model(), settings.judgement().config());
    fingerprint = ModelFingerprint.of(detector.model().id());
    buffer = new ReorderBuffer(rules);
    holds = rules.holds();
    counters = new DetectCounters(getRuntimeContext());
  }

  /**
   * Called behind {@link #open}, before anything else.
   *
   * @param keys makes a series, or what stands for a key group, the key whose state is at hand
   * @param onHeap whether the backend hands out what it keeps, or else a copy each time
   */
  void begin(Consumer<String> keys, boolean onHeap) throws IOException {
    this.keys = keys;
    int room = holds ? 0 : settings.seriesOnHeap();
    states = new SeriesStore(getRuntimeContext(), keys, onHeap, room);
    ReorderBuffer asTheyCame = holds ? new ReorderBuffer(ReorderConfig.DEFAULT) : buffer;
    states.restore(
        fingerprint, (series, point) -> again(asTheyCame, series, point), detector::catchUp);
  }

  /** What was told of the event was told when it came. */
  private void again(ReorderBuffer asTheyCame, String series, Observation point)
      throws IOException {
    SeriesState state = states.change(series);
    state.forgetOther(fingerprint);
    state.changed(true);
    asTheyCame.offer(state.waiting(), point, new Silence(state));
  }

  @Override
  public void processElement(EventBatch bundle, Context context, Collector<ScoredEvent> out)
      throws IOException {
    long start = System.nanoTime();
    EventBatch.Reader events = bundle.reader();
    Prefetcher ahead = states.lookAhead();
    Delivery delivery = new Delivery(context, out);
    while (ahead.fill(events)) {
      for (int i = 0; i < ahead.size(); i++) {
        process(delivery.of(states.change(ahead, i)), ahead.point(i), context);
      }
    }
    states.end(detector::catchUp);
    touched = ahead.touched();
    counters.stepNanos.update((System.nanoTime() - start) / events.count());
  }

  /**
   * States on the heap are stepped in place, and their networks may stay behind from one bundle to
   * the next, since the more of them together, the faster; what is written down is not behind.
   */
  @Override
  public void snapshotState(FunctionSnapshotContext context) throws IOException {
    detector.catchUp();
    states.snapshot(fingerprint);
  }

  @Override
  public void initializeState(FunctionInitializationContext context) {}

  private void process(Delivery delivery, Observation point, Context context) throws IOException {
    SeriesState state = delivery.state;
    forgetOtherModel(state);
    buffer.offer(state.waiting(), point, delivery);
    if (holds) {
      state.arrived(context.timerService().currentProcessingTime());
      keys.accept(state.name());
      arm(state, context.timerService());
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<ScoredEvent> out)
      throws IOException {
    SeriesState state = states.changeByTimer(context.getCurrentKey());
    forgetOtherModel(state);
    state.armed(false);
    long watermark = context.timerService().currentWatermark();
    if (isSettled(state, context.timerService())) {
      buffer.advance(state.waiting(), watermark, new Delivery(context, out).of(state));
    }
    arm(state, context.timerService());
    states.end(detector::catchUp);
  }

  private void forgetOtherModel(SeriesState state) {
    if (state.forgetOther(fingerprint)) {
      counters.stateResets.inc();
    }
  }

  /** Whether nothing that comes later can belong before the first point that waits. */
  private boolean isSettled(SeriesState state, TimerService time) {
    long watermark = time.currentWatermark();
    return watermark == Long.MAX_VALUE
        || (isReached(state, watermark) && time.currentProcessingTime() >= quietAt(state));
  }

  private static boolean isReached(SeriesState state, long watermark) {
    return !state.waiting().isEmpty() && watermark >= state.waiting().earliestMillis();
  }

  private long quietAt(SeriesState state) {
    return state.arrivedMillis() + settings.order().quietMillis();
  }

  /** Sets the next timer where points wait and none is set. */
  private void arm(SeriesState state, TimerService time) {
    if (state.armed() || state.waiting().isEmpty()) {
      return;
    }
    state.armed(true);
    time.registerEventTimeTimer(Long.MAX_VALUE);
    if (isReached(state, time.currentWatermark())) {
      time.registerProcessingTimeTimer(quietAt(state));
    } else {
      time.registerEventTimeTimer(state.waiting().earliestMillis());
    }
  }

  /** Where series' points go, one series after another, while a bundle or timer is handled. */
  private final class Delivery implements ReorderOutput {

    private final Context context;
    private final Collector<ScoredEvent> out;
    private SeriesState state = SeriesState.NONE;

    Delivery(Context context, Collector<ScoredEvent> out) {
      this.context = context;
      this.out = out;
    }

    /** From now on of this series. */
    Delivery of(SeriesState series) {
      state = series;
      return this;
    }

    @Override
    public void release(Observation point) {
      Verdict verdict = detector.step(state.detectorState(detector, fingerprint), point);
      counters.count(verdict);
      if (settings.everyPoint()) {
        context.output(SCORES, judged());
      }
      if (verdict.alert().isPresent()) {
        out.collect(judged());
      }
    }

    private ScoredEvent judged() {
      return new ScoredEvent(state.name(), detector.model().id(), detector.scored());
    }

    @Override
    public void duplicate(Observation point) {
      counters.duplicate.inc();
    }

    @Override
    public void late(Observation point) {
      counters.late.inc();
      context.output(LATE, new MetricEvent(state.name(), point.timeMillis(), point.values()));
    }
  }

  /** Where points go that are shown to a series again. */
  private final class Silence implements ReorderOutput {

    private final SeriesState state;

    Silence(SeriesState state) {
      this.state = state;
    }

    @Override
    public void release(Observation point) {
      detector.step(state.detectorState(detector, fingerprint), point);
    }

    @Override
    public void duplicate(Observation point) {}

    @Override
    public void late(Observation point) {}
  }
}
