// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.demo;

import dev.weir.event.MetricEvent;
import dev.weir.trainer.history.HistorySource;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/**
 * What the demo is run on.
 *
 * @param description for the person who watches
 * @param history what the model is trained on
 * @param past what the job is shown before, so that it knows its series; in the order of time
 * @param events what is replayed, in the order of time
 * @param anomalies what is known to be wrong in it; empty where nothing is known
 */
record DemoStream(
    String description,
    HistorySource history,
    Events past,
    Events events,
    List<Anomaly> anomalies) {

  /** Opens the events anew. */
  @FunctionalInterface
  interface Events {
    Iterator<MetricEvent> open() throws IOException;
  }

  /**
   * A labelled anomaly.
   *
   * @param kind what it is
   * @param fromMillis its first point
   * @param toMillis its last point
   */
  record Anomaly(String series, String kind, long fromMillis, long toMillis) {}
}
