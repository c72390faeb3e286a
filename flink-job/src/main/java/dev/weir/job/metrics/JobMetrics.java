// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.metrics;

import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/**
 * Names of the job's own metrics, and their registration. Each counter is also an accumulator
 * {@code weir.<name>}, so that the result of a finished job contains the totals.
 *
 * <p>{@code events = scored + warming_up + duplicate + late + malformed} at the end of the input.
 * Before, the right side lacks the points in reorder buffers.
 */
public final class JobMetrics {

  /** Metric group of the job's own metrics within the group of an operator. */
  public static final String GROUP = "weir";

  /** Events and malformed records read. */
  public static final String EVENTS = "events";

  /** Points scored. */
  public static final String SCORED = "scored";

  /** Points of series in warm-up, which are not scored. */
  public static final String WARMING_UP = "warming_up";

  /** Points dropped or merged because their series has a point of the same time. */
  public static final String DUPLICATE = "duplicate";

  /** Points rejected because their series has released a later point. */
  public static final String LATE = "late";

  /** Records that are not events. */
  public static final String MALFORMED = "malformed";

  /** Incidents opened. */
  public static final String ALERTS_OPENED = "alerts_opened";

  /** Updates of incidents that became worse. */
  public static final String ALERTS_UPDATED = "alerts_updated";

  /** Incidents resolved. */
  public static final String ALERTS_RESOLVED = "alerts_resolved";

  /** Resets of the recurrent state of a series: after a gap or under another model. */
  public static final String STATE_RESETS = "state_resets";

  /** Time that the detect operator takes per event, mean of a batch, nanoseconds. */
  public static final String STEP_NANOSECONDS = "step_nanoseconds";

  private static final int HISTOGRAM_SIZE = 1024;

  private JobMetrics() {}

  /** Name of the accumulator of a counter. */
  public static String accumulator(String name) {
    return GROUP + "." + name;
  }

  /** Registers a counter and its accumulator. */
  public static Counter counter(RuntimeContext context, String name) {
    LongCounter total = new LongCounter();
    context.addAccumulator(accumulator(name), total);
    return group(context).counter(name, new AccumulatedCounter(total));
  }

  /** Registers a histogram of the last values. */
  public static Histogram histogram(RuntimeContext context, String name) {
    return group(context).histogram(name, new DescriptiveStatisticsHistogram(HISTOGRAM_SIZE));
  }

  private static MetricGroup group(RuntimeContext context) {
    return context.getMetricGroup().addGroup(GROUP);
  }

  /** Counter whose value is that of an accumulator. */
  private record AccumulatedCounter(LongCounter total) implements Counter {

    @Override
    public void inc() {
      total.add(1L);
    }

    @Override
    public void inc(long n) {
      total.add(n);
    }

    @Override
    public void dec() {
      total.add(-1L);
    }

    @Override
    public void dec(long n) {
      total.add(-n);
    }

    @Override
    public long getCount() {
      return total.getLocalValuePrimitive();
    }
  }
}
