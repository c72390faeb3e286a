// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.demo;

import dev.weir.cli.cluster.LocalJob;
import dev.weir.job.metrics.JobMetrics;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits until the job has handled all events that were sent and all its alerts were read. */
final class DrainWait {

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final long POLL_INTERVAL_MILLIS = 200;

  private DrainWait() {}

  /**
   * @param sent number of events that were sent
   * @throws IOException if the job ends or takes more than 5 minutes
   */
  static void await(LocalJob job, long sent, AlertReader alerts) throws IOException {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (job.count(JobMetrics.EVENTS) < sent
        || handled(job) < sent
        || alerts.received() < published(job)) {
      if (job.status().isGloballyTerminalState() || System.nanoTime() > deadline) {
        throw new IOException(
            "the job has not handled all events: status="
                + job.status()
                + ", sent="
                + sent
                + ", read="
                + job.count(JobMetrics.EVENTS)
                + ", handled="
                + handled(job)
                + ", alerts published="
                + published(job)
                + ", alerts read="
                + alerts.received());
      }
      pause();
    }
  }

  private static long handled(LocalJob job) {
    return job.count(JobMetrics.SCORED)
        + job.count(JobMetrics.WARMING_UP)
        + job.count(JobMetrics.DUPLICATE)
        + job.count(JobMetrics.LATE)
        + job.count(JobMetrics.MALFORMED);
  }

  private static long published(LocalJob job) {
    return job.count(JobMetrics.ALERTS_OPENED)
        + job.count(JobMetrics.ALERTS_UPDATED)
        + job.count(JobMetrics.ALERTS_RESOLVED);
  }

  private static void pause() throws IOException {
    try {
      TimeUnit.MILLISECONDS.sleep(POLL_INTERVAL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for the job");
    }
  }
}
