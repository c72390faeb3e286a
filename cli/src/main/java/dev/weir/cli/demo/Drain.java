// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.demo;

import dev.weir.cli.cluster.LocalCluster;
import dev.weir.job.metrics.JobMetrics;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits until the job has judged all that was sent and every alert of it was seen. */
final class Drain {

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final long LOOK_EVERY_MILLIS = 200;

  private Drain() {}

  /**
   * @param sent events that were sent
   * @throws IOException where the job ends, or takes too long, with the counts
   */
  static void await(LocalCluster job, long sent, AlertFeed alerts) throws IOException {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (job.count(JobMetrics.EVENTS) < sent
        || accounted(job) < sent
        || alerts.received() < raised(job)) {
      if (job.status().isGloballyTerminalState() || System.nanoTime() > deadline) {
        throw new IOException(
            "the job doesn't finish: status="
                + job.status()
                + ", sent="
                + sent
                + ", taken in="
                + job.count(JobMetrics.EVENTS)
                + ", accounted for="
                + accounted(job)
                + ", alerts raised="
                + raised(job)
                + ", seen="
                + alerts.received());
      }
      pause();
    }
  }

  private static long accounted(LocalCluster job) {
    return job.count(JobMetrics.SCORED)
        + job.count(JobMetrics.WARMING_UP)
        + job.count(JobMetrics.DUPLICATE)
        + job.count(JobMetrics.LATE)
        + job.count(JobMetrics.MALFORMED);
  }

  private static long raised(LocalCluster job) {
    return job.count(JobMetrics.ALERTS_OPENED)
        + job.count(JobMetrics.ALERTS_UPDATED)
        + job.count(JobMetrics.ALERTS_RESOLVED);
  }

  private static void pause() throws IOException {
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while the job was still at work");
    }
  }
}
