// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.detect;

import dev.weir.job.store.SeriesState;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.InternalTimerService;

/**
 * Timers that release the held points of series that no longer send any.
 *
 * <p>As long as a series sends points, its reorder buffer releases them by the series' own clock. A
 * timer releases the held points once two conditions hold:
 *
 * <ul>
 *   <li>The watermark has reached the earliest of them. Processing time alone is not sufficient:
 *       after a restart that follows a long pause, it would release the points of every series.
 *   <li>The series has received nothing for {@code quietMillis} of processing time. The watermark
 *       alone is not sufficient: one source whose clock is ahead advances it for every series.
 * </ul>
 *
 * <p>At the end of the input, the last watermark of {@link Long#MAX_VALUE} releases all points.
 *
 * <p>Besides the timer for the end of the input, a series has at most one timer. The caller sets
 * the current key to the series.
 */
final class ReleaseTimers {

  private final InternalTimerService<VoidNamespace> service;
  private final long quietMillis;

  ReleaseTimers(InternalTimerService<VoidNamespace> service, long quietMillis) {
    this.service = service;
    this.quietMillis = quietMillis;
  }

  /** Current watermark, event time in milliseconds. */
  long watermarkMillis() {
    return service.currentWatermark();
  }

  /** To be called after each event of a series. */
  void onArrival(SeriesState series) {
    series.setLastArrivalMillis(service.currentProcessingTime());
    register(series);
  }

  /** To be called when a timer of the series has fired, after points were released. */
  void afterFiring(SeriesState series) {
    series.setHasTimer(false);
    register(series);
  }

  /** Whether the held points up to the watermark may be released. */
  boolean mayRelease(SeriesState series) {
    return watermarkMillis() == Long.MAX_VALUE
        || (isReached(series) && service.currentProcessingTime() >= quietAtMillis(series));
  }

  /** Whether the watermark has reached the earliest held point. */
  private boolean isReached(SeriesState series) {
    return !series.reorderState().isEmpty()
        && watermarkMillis() >= series.reorderState().earliestMillis();
  }

  private long quietAtMillis(SeriesState series) {
    return series.lastArrivalMillis() + quietMillis;
  }

  private void register(SeriesState series) {
    if (series.hasTimer() || series.reorderState().isEmpty()) {
      return;
    }
    series.setHasTimer(true);
    service.registerEventTimeTimer(VoidNamespace.INSTANCE, Long.MAX_VALUE);
    if (isReached(series)) {
      service.registerProcessingTimeTimer(VoidNamespace.INSTANCE, quietAtMillis(series));
    } else {
      service.registerEventTimeTimer(
          VoidNamespace.INSTANCE, series.reorderState().earliestMillis());
    }
  }
}
