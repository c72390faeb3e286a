// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.run;

import static java.util.Objects.requireNonNull;

import dev.weir.benchmarks.cell.CellRun;
import dev.weir.benchmarks.cell.Usage;
import org.jspecify.annotations.Nullable;

/**
 * Part of a run that is measured: from 50 % of the events, when the code is compiled and every
 * series has had an event, to 90 %, when the topic still holds events.
 */
public final class MeasuredWindow {

  /** Share of the events before the window. */
  public static final double FROM = 0.5;

  private static final double TO = 0.9;

  private final CellRun.Input input;
  private final long firstEvent;
  private final long lastEvent;

  private @Nullable UsageSample start;
  private @Nullable UsageSample end;

  MeasuredWindow(CellRun run) {
    input = run.input();
    firstEvent = Math.max((long) (FROM * input.events()), run.cell().keys());
    lastEvent = (long) (TO * input.events());
  }

  /**
   * Takes a sample if the window starts or ends at this number of events.
   *
   * @param events number of processed events
   * @return whether the window has just ended
   */
  boolean advanceTo(long events) {
    if (start == null && events >= firstEvent) {
      LatencyProbe.reset();
      start = UsageSample.now(events, input.brokerPid());
    }
    if (end != null || events < lastEvent) {
      return false;
    }
    end = UsageSample.now(events, input.brokerPid());
    return true;
  }

  /** Time and CPU within the window. */
  Usage usage() {
    UsageSample first = requireNonNull(start, "the measured window has not started");
    UsageSample last = requireNonNull(end, "the measured window has not ended");
    return new Usage(
        last.events() - first.events(),
        1e-9 * (last.nanos() - first.nanos()),
        1e-9 * (last.cpuNanos() - first.cpuNanos()),
        1e-9 * (last.brokerCpuNanos() - first.brokerCpuNanos()));
  }
}
