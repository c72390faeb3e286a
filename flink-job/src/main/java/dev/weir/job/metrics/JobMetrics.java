package dev.weir.job.metrics;

import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/**
 * The job's own numbers, by name. Each counter is also an accumulator {@code weir.<name>}, so that
 * a run that ends can tell its totals.
 *
 * <p>{@code events = scored + warming_up + duplicate + late + malformed} holds at the end of the
 * input; before it, points that wait in reorder buffers are missing on the right.
 */
public final class JobMetrics {

  /** The metric group of the job's own numbers, below the operator's. */
  public static final String GROUP = "weir";

  /** Points and malformed records read. */
  public static final String EVENTS = "events";

  /** Points judged. */
  public static final String SCORED = "scored";

  /** Points of series that are too young to be judged. */
  public static final String WARMING_UP = "warming_up";

  /** Points dropped or merged since their time was there already. */
  public static final String DUPLICATE = "duplicate";

  /** Points refused since their series was past them. */
  public static final String LATE = "late";

  /** Records that are no event. */
  public static final String MALFORMED = "malformed";

  /** Incidents begun. */
  public static final String ALERTS_OPENED = "alerts_opened";

  /** Incidents that became worse. */
  public static final String ALERTS_UPDATED = "alerts_updated";

  /** Incidents ended. */
  public static final String ALERTS_RESOLVED = "alerts_resolved";

  /** Times that a series' recurrent state was begun anew: behind a gap, or under another model. */
  public static final String STATE_RESETS = "state_resets";

  /** Time that an event takes in the detector, mean of each bundle. */
  public static final String STEP_NANOSECONDS = "step_nanoseconds";

  private static final int STEPS_KEPT = 1024;

  private JobMetrics() {}

  /** The name under which a finished run tells this counter's total. */
  public static String accumulator(String name) {
    return GROUP + "." + name;
  }

  /** Registers a counter. */
  public static Counter counter(RuntimeContext context, String name) {
    LongCounter total = new LongCounter();
    context.addAccumulator(accumulator(name), total);
    return group(context).counter(name, new AccumulatedCounter(total));
  }

  /** Registers a histogram over the last values. */
  public static Histogram histogram(RuntimeContext context, String name) {
    return group(context).histogram(name, new DescriptiveStatisticsHistogram(STEPS_KEPT));
  }

  private static MetricGroup group(RuntimeContext context) {
    return context.getMetricGroup().addGroup(GROUP);
  }

  /** One number behind a metric and an accumulator. */
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
