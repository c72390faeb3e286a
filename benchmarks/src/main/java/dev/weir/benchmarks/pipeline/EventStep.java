// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.pipeline;

import dev.weir.event.MetricEvent;
import java.util.Map;

/** What a loop without Flink does with an event. */
interface EventStep {

  /** Handles the next event. */
  void step(MetricEvent event);

  /** What became of the events so far, by the job's names. */
  Map<String, Long> counts();
}
