// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.pipeline;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The part of a run that is measured: from a share of its events on, when the code is compiled and
 * every series has been met, up to one that leaves events in the topic.
 */
final class Window {

  static final double FROM = 0.5;
  private static final double TO = 0.9;

  private final CellRun.Input input;
  private final long firstEvent;
  private final long lastEvent;

  private @Nullable Sample start;
  private @Nullable Sample end;

  Window(CellRun run) {
    input = run.input();
    firstEvent = Math.max((long) (FROM * input.events()), run.parsed().keys());
    lastEvent = (long) (TO * input.events());
  }

  /**
   * Takes its samples where it begins and where it ends.
   *
   * @param events handled so far
   * @return whether it ended just now
   */
  boolean reached(long events) {
    if (start == null && events >= firstEvent) {
      LatencyProbe.begin();
      start = Sample.now(events, input.brokerPid());
    }
    if (end != null || events < lastEvent) {
      return false;
    }
    end = Sample.now(events, input.brokerPid());
    return true;
  }

  /** What was used in it. */
  Usage usage() {
    Sample first = requireNonNull(start, "the window has not begun");
    Sample last = requireNonNull(end, "the window has not ended");
    return new Usage(
        last.events() - first.events(),
        1e-9 * (last.nanos() - first.nanos()),
        1e-9 * (last.cpuNanos() - first.cpuNanos()),
        1e-9 * (last.brokerCpuNanos() - first.brokerCpuNanos()));
  }
}
