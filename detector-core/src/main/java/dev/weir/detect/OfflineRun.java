package dev.weir.detect;

import dev.weir.series.Observation;
import dev.weir.series.ReorderBuffer;
import dev.weir.series.ReorderConfig;
import dev.weir.series.ReorderOutput;
import dev.weir.series.ReorderState;
import java.util.function.Consumer;

/**
 * One series from its first point to its last, through the very steps that the job takes, without
 * the job: for calibration and evaluation.
 */
public final class OfflineRun implements ReorderOutput {

  private final Detector detector;
  private final ReorderBuffer buffer;
  private final Consumer<? super ScoredPoint> out;
  private final ReorderState waiting = new ReorderState();
  private final DetectorState state;
  private long duplicates;
  private long late;

  /**
   * @param out receives each scored point in order
   */
  public OfflineRun(Detector detector, ReorderConfig rules, Consumer<? super ScoredPoint> out) {
    this.detector = detector;
    this.buffer = new ReorderBuffer(rules);
    this.out = out;
    this.state = detector.newState();
  }

  /** Takes in the next point as it came. */
  public void offer(Observation point) {
    buffer.offer(waiting, point, this);
  }

  /** Ends the series: what still waits is scored. */
  public void finish() {
    buffer.advance(waiting, Long.MAX_VALUE, this);
  }

  /** Points dropped since their time was there already. */
  public long duplicates() {
    return duplicates;
  }

  /** Points refused since their series was past them. */
  public long late() {
    return late;
  }

  @Override
  public void release(Observation point) {
    out.accept(detector.step(state, point));
  }

  @Override
  public void duplicate(Observation point) {
    duplicates++;
  }

  @Override
  public void late(Observation point) {
    late++;
  }
}
