// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.dayold;

import dev.weir.benchmarks.cell.CellRun;
import dev.weir.benchmarks.load.SyntheticEvents;
import dev.weir.detect.Detector;
import dev.weir.job.store.SeriesState;
import dev.weir.job.store.SeriesStore;
import dev.weir.series.Observation;
import dev.weir.series.ReorderBuffer;
import dev.weir.series.ReorderConfig;
import dev.weir.series.ReorderOutput;
import java.io.IOException;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Operator that stores the state of a day-old series for each key, with the state layout of the
 * detection job.
 *
 * <p>Input: numbers of series; numbers past the last series are ignored. Output: none. The detect
 * operator can be restored from its savepoint.
 */
@SuppressWarnings("NullAway.Init") // open is called before the first element
final class SeedOperator extends AbstractStreamOperator<Long>
    implements OneInputStreamOperator<Long, Long>, ReorderOutput {

  private static final long serialVersionUID = 1L;

  /** Counter of stored series. */
  static final String SEEDED = "seeded";

  private final CellRun.Job job;
  private final int keys;

  private transient ReorderBuffer buffer;
  private transient Detector detector;
  private transient DayOldStates states;
  private transient SeriesStore store;
  private transient Counter seeded;

  SeedOperator(CellRun.Job job, int keys) {
    this.job = job;
    this.keys = keys;
  }

  @Override
  public void open() throws Exception {
    super.open();
    buffer = new ReorderBuffer(ReorderConfig.DEFAULT);
    detector = job.detector();
    states = DayOldStates.of(detector);
    store = SeriesStore.open(getRuntimeContext(), getKeyedStateBackend(), detector, 0);
    seeded = getMetricGroup().counter(SEEDED);
  }

  @Override
  public void processElement(StreamRecord<Long> number) throws IOException {
    if (number.getValue() < keys) {
      seed(number.getValue().intValue());
      seeded.inc();
    }
  }

  private void seed(int key) throws IOException {
    SeriesState series = store.forTimer(SyntheticEvents.series(key));
    store.detectorState(series).fromBytes(states.copyOf(key).toBytes());
    long lastMillis = SyntheticEvents.millis(DayOldStates.END_MINUTE - 1);
    buffer.offer(series.reorderState(), new Observation(lastMillis, new double[1]), this);
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    store.snapshot();
  }

  /** The state contains the point already. */
  @Override
  public void release(Observation point) {}

  @Override
  public void duplicate(Observation point) {
    throw new IllegalStateException("a new series has no duplicates: point=" + point);
  }

  @Override
  public void late(Observation point) {
    throw new IllegalStateException("a new series has no late points: point=" + point);
  }
}
