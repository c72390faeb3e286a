package dev.weir.job.detect;

import dev.weir.decision.AlertBudget;
import dev.weir.detect.DetectorConfig;
import dev.weir.series.DuplicatePolicy;
import dev.weir.series.ReorderConfig;
import java.io.Serializable;

/**
 * What the user decides about detection, in a form that Flink ships to its workers.
 *
 * @param order how a series' points are put in order
 * @param judgement how they are judged
 * @param everyPoint whether every point goes to {@link DetectFunction#SCORES}
 * @param seriesOnHeap how many series a subtask keeps on the heap in front of a backend that keeps
 *     copies
 */
public record DetectSettings(Order order, Judgement judgement, boolean everyPoint, int seriesOnHeap)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  /**
   * @param policy what becomes of equal and backward times
   * @param reorderMillis how far a point may come behind a later one, milliseconds
   * @param quietMillis wall-clock silence of a series behind which nothing is waited for,
   *     milliseconds
   */
  public record Order(DuplicatePolicy policy, long reorderMillis, long quietMillis)
      implements Serializable {

    private static final long serialVersionUID = 1L;

    ReorderConfig rules() {
      return new ReorderConfig(policy, reorderMillis);
    }
  }

  /**
   * @param alertsPerDay false alerts accepted a series and day
   * @param warmUpPoints points of a series before it is judged
   * @param quietPoints normal points in a row that end an incident
   */
  public record Judgement(double alertsPerDay, int warmUpPoints, int quietPoints)
      implements Serializable {

    private static final long serialVersionUID = 1L;

    /** As the detector takes it. */
    public DetectorConfig config() {
      return new DetectorConfig(new AlertBudget(alertsPerDay), warmUpPoints, quietPoints);
    }
  }
}
