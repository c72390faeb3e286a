// SPDX-License-Identifier: Apache-2.0
package dev.weir.detect;

import dev.weir.series.Observation;
import dev.weir.series.ReorderBuffer;
import dev.weir.series.ReorderConfig;
import dev.weir.series.ReorderOutput;
import dev.weir.series.ReorderState;
import java.util.function.Consumer;

/** A run of one series through reorder buffer and detector, for calibration and evaluation. */
public final class OfflineRun implements ReorderOutput {

  private final Detector detector;
  private final ReorderBuffer buffer;
  private final Consumer<? super ScoredPoint> out;
  private final ReorderState buffered = new ReorderState();
  private final DetectorState state;
  private long duplicates;
  private long late;

  /**
   * Starts a run with the state of a new series.
   *
   * @param out receives each scored point, in time order
   */
  public OfflineRun(Detector detector, ReorderConfig reorder, Consumer<? super ScoredPoint> out) {
    this.detector = detector;
    this.buffer = new ReorderBuffer(reorder);
    this.out = out;
    this.state = detector.newState();
  }

  /** Adds the next point in order of arrival. */
  public void offer(Observation point) {
    buffer.offer(buffered, point, this);
  }

  /** Ends the series: releases and scores all buffered points. */
  public void finish() {
    buffer.advance(buffered, Long.MAX_VALUE, this);
  }

  /** Number of duplicates so far. */
  public long duplicates() {
    return duplicates;
  }

  /** Number of late points so far. */
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
