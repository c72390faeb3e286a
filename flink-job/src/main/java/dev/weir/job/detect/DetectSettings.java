// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.detect;

import dev.weir.decision.AlertBudget;
import dev.weir.detect.DetectorConfig;
import dev.weir.series.DuplicatePolicy;
import dev.weir.series.ReorderConfig;
import java.io.Serializable;

/**
 * Settings of the detect operator; serializable, since they are part of the job graph.
 *
 * @param order how the points of a series are put in order
 * @param scoring how they are scored
 * @param emitScores whether every point goes to {@link DetectOperator#SCORES}
 * @param maxCachedSeries most series per subtask in the heap cache in front of RocksDB
 */
public record DetectSettings(Order order, Scoring scoring, boolean emitScores, int maxCachedSeries)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Whether points may wait in the reorder buffer; if not, no timers are needed. */
  boolean holdsPoints() {
    return order.config().requiresBuffer();
  }

  /** Most series in the heap cache. A series whose points may be held back is never cached. */
  int heapCacheSeries() {
    return holdsPoints() ? 0 : maxCachedSeries;
  }

  /**
   * How the points of a series are put in order.
   *
   * @param duplicates what happens to points of equal or earlier time
   * @param reorderMillis how late a point may arrive after a later one and still be put in its
   *     place, milliseconds
   * @param quietMillis processing time without events after which held points are released,
   *     milliseconds
   */
  public record Order(DuplicatePolicy duplicates, long reorderMillis, long quietMillis)
      implements Serializable {

    private static final long serialVersionUID = 1L;

    ReorderConfig config() {
      return new ReorderConfig(duplicates, reorderMillis);
    }
  }

  /**
   * How points are scored and when an incident ends.
   *
   * @param alertsPerDay false alarms accepted per series and day
   * @param warmUpPoints first points of a series that are not scored
   * @param quietPoints normal points in a row that resolve an incident
   */
  public record Scoring(double alertsPerDay, int warmUpPoints, int quietPoints)
      implements Serializable {

    private static final long serialVersionUID = 1L;

    DetectorConfig config() {
      return new DetectorConfig(new AlertBudget(alertsPerDay), warmUpPoints, quietPoints);
    }
  }
}
