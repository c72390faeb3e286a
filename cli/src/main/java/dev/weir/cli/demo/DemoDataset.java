// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.demo;

import dev.weir.event.MetricEvent;
import dev.weir.trainer.history.HistorySource;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/**
 * Series and labels of the demo.
 *
 * @param description description for the user
 * @param history series on which the model is trained
 * @param warmUp events sent before the replay, ordered by time
 * @param replay events of the replay, ordered by time
 * @param anomalies labelled anomalies in the replay; empty without labels
 */
record DemoDataset(
    String description,
    HistorySource history,
    Events warmUp,
    Events replay,
    List<Anomaly> anomalies) {

  /** Events that can be read several times. */
  @FunctionalInterface
  interface Events {
    Iterator<MetricEvent> open() throws IOException;
  }

  /**
   * A labelled anomaly.
   *
   * @param kind kind of anomaly
   * @param fromMillis time of its first point, milliseconds
   * @param toMillis time of its last point, milliseconds
   */
  record Anomaly(String series, String kind, long fromMillis, long toMillis) {}
}
