// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.run;

import dev.weir.event.MetricEvent;
import java.util.Map;

/** Processing of one event in a {@link ConsumerLoop}. */
interface EventStep {

  /** Processes the next event. */
  void step(MetricEvent event);

  /** Numbers of processed events, by counter of the job. */
  Map<String, Long> counts();
}
