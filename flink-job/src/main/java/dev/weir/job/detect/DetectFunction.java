package dev.weir.job.detect;

import dev.weir.detect.Detector;
import dev.weir.detect.Scored;
import dev.weir.event.MetricEvent;
import dev.weir.job.bundle.EventBundle;
import dev.weir.job.decode.MetricEventSerializer;
import dev.weir.series.ArrivalRules;
import dev.weir.series.Arrivals;
import dev.weir.series.Observation;
import dev.weir.series.ReorderBuffer;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

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
public final class DetectFunction extends KeyedProcessFunction<String, EventBundle, ScoredPoint>
    implements CheckpointedFunction {

  private static final long serialVersionUID = 1L;

  /** Every point that was judged, alerted of or not. */
  public static final OutputTag<ScoredPoint> SCORES =
      new OutputTag<>("scores", ScoredPointSerializer.TYPE);

  /** Points that came too late. */
  public static final OutputTag<MetricEvent> LATE =
      new OutputTag<>("late", MetricEventSerializer.TYPE);

  private final ShippedModel model;
  private final DetectSettings settings;

  private transient Detector detector;
  private transient long fingerprint;
  private transient ReorderBuffer buffer;
  private transient boolean holds;
  private transient ValueState<SeriesState> states;
  private transient DetectCounters counters;
  private transient Snapshots snapshots;
  private transient ValueState<SeriesShard> shards;

  /** Where the backend keeps all on the heap. */
  private transient @Nullable HeapSeries heap;

  /** Kept only so that the compiler does not leave out the reading ahead. */
  private transient int touched;

  @SuppressWarnings("NullAway.Init") // turnBy is called before the first bundle
  private transient Consumer<String> keys;

  /**
   * @param model what the job was submitted with
   */
  public DetectFunction(ShippedModel model, DetectSettings settings) {
    this.model = model;
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) throws IOException {
    ArrivalRules rules = settings.order().rules();
    detector = new Detector(model.read().model(), settings.judgement().config());
    fingerprint = ModelFingerprint.of(detector.model().id());
    buffer = new ReorderBuffer(rules);
    holds = rules.holds();
    counters = new DetectCounters(getRuntimeContext());
    snapshots = new Snapshots();
    states =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>(
                    "series", new SeriesStateSerializer(SeriesStateSerializer.NEWEST_LAYOUT)));
    shards =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>(
                    "shards",
                    new SeriesShardSerializer(SeriesShardSerializer.NEWEST_LAYOUT, snapshots)));
  }

  /**
   * Called behind {@link #open}, before anything else.
   *
   * @param keys makes a series the one whose state is at hand
   * @param onHeap whether the backend hands out what it keeps, or else a copy each time
   */
  void turnBy(Consumer<String> keys, boolean onHeap) throws IOException {
    this.keys = keys;
    KeyGroupNames groups = KeyGroupNames.of(getRuntimeContext().getTaskInfo());
    if (onHeap) {
      heap = new HeapSeries(keys, shards, states, snapshots, groups);
    } else {
      StoredSeries.unpack(keys, shards, states, groups);
    }
  }

  @Override
  public void processElement(EventBundle bundle, Context context, Collector<ScoredPoint> out)
      throws IOException {
    long start = System.nanoTime();
    EventBundle.Reader events = bundle.reader();
    if (heap == null) {
      readOnce(new StoredSeries(keys, states), events, context, out);
    } else {
      lookAhead(new LookAhead(heap, snapshots), events, context, out);
    }
    counters.stepNanos.update((System.nanoTime() - start) / events.count());
  }

  /**
   * Where states are stepped in place their networks may stay behind from one bundle to the next,
   * since the more of them together, the faster; what is written down is not behind.
   */
  @Override
  public void snapshotState(FunctionSnapshotContext context) {
    detector.catchUp();
    snapshots.begin();
  }

  @Override
  public void initializeState(FunctionInitializationContext context) {}

  /** The events of a bundle, many series' memory asked for at once. */
  private void lookAhead(
      LookAhead ahead, EventBundle.Reader events, Context context, Collector<ScoredPoint> out)
      throws IOException {
    while (ahead.fill(events)) {
      for (int i = 0; i < ahead.size(); i++) {
        process(ahead.series(i), ofThisModel(ahead.change(i)), ahead.point(i), context, out);
      }
    }
    touched = ahead.touched();
  }

  /**
   * The events of a bundle, each series' state read where it comes first and written at the end.
   */
  private void readOnce(
      StoredSeries bundle, EventBundle.Reader events, Context context, Collector<ScoredPoint> out)
      throws IOException {
    while (events.next()) {
      String series = events.series();
      SeriesState state = bundle.find(series);
      if (state == null) {
        keys.accept(series);
        state = bundle.add(series, ofThisModel(stored()));
      }
      process(series, state, events.point(), context, out);
    }
    detector.catchUp();
    bundle.write();
  }

  private void process(
      String series,
      SeriesState state,
      Observation point,
      Context context,
      Collector<ScoredPoint> out)
      throws IOException {
    buffer.offer(state.waiting(), point, new Delivery(series, state, context, out));
    if (holds) {
      state.arrived(context.timerService().currentProcessingTime());
      keys.accept(series);
      arm(state, context.timerService());
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<ScoredPoint> out)
      throws IOException {
    String series = context.getCurrentKey();
    SeriesState state = ofThisModel(heap == null ? stored() : heap.change(series));
    state.armed(false);
    long watermark = context.timerService().currentWatermark();
    if (isSettled(state, context.timerService())) {
      buffer.advance(state.waiting(), watermark, new Delivery(series, state, context, out));
    }
    arm(state, context.timerService());
    if (heap == null) {
      detector.catchUp();
      states.update(state);
    }
  }

  /** Of the series at hand, in a copy; new where there is none. */
  private SeriesState stored() throws IOException {
    SeriesState state = states.value();
    return state == null ? new SeriesState() : state;
  }

  private SeriesState ofThisModel(SeriesState state) {
    if (state.forgetOther(fingerprint)) {
      counters.stateResets.inc();
    }
    return state;
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

  /** Where one series' points go while one event or timer is handled. */
  private final class Delivery implements Arrivals {

    private final String series;
    private final SeriesState state;
    private final Context context;
    private final Collector<ScoredPoint> out;

    Delivery(String series, SeriesState state, Context context, Collector<ScoredPoint> out) {
      this.series = series;
      this.state = state;
      this.context = context;
      this.out = out;
    }

    @Override
    public void release(Observation point) {
      Scored scored = detector.judge(state.detectorState(detector, fingerprint), point);
      counters.count(scored);
      ScoredPoint judged = new ScoredPoint(series, detector.model().id(), scored);
      if (settings.everyPoint()) {
        context.output(SCORES, judged);
      }
      if (scored.alert().isPresent()) {
        out.collect(judged);
      }
    }

    @Override
    public void duplicate(Observation point) {
      counters.duplicate.inc();
    }

    @Override
    public void late(Observation point) {
      counters.late.inc();
      context.output(LATE, new MetricEvent(series, point.timeMillis(), point.values()));
    }
  }
}
