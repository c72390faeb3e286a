package dev.weir.evaluation.compare;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Goes on only while the thread that asks computes: a budget of it is the same budget however busy
 * the machine is. Fits run on one thread.
 */
final class CpuClock implements InstantSource {

  private final Instant start;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  /**
   * @param start the time that it adds to
   */
  CpuClock(Instant start) {
    this.start = start;
  }

  long nanos() {
    return threads.getCurrentThreadCpuTime();
  }

  @Override
  public Instant instant() {
    return start.plusNanos(nanos());
  }
}
