// SPDX-License-Identifier: Apache-2.0
package dev.weir.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An {@link EventSink} that collects the output of a decoder. */
final class Collected implements EventSink {

  private final List<MetricEvent> events = new ArrayList<>();
  private final List<String> reasons = new ArrayList<>();

  /** Decodes a record that must yield exactly one event or reason. */
  static Collected from(EventDecoder decoder, byte[] record) {
    Collected collected = new Collected();
    decoder.decode(record, collected);
    assertThat(collected.events.size() + collected.reasons.size()).isEqualTo(1);
    return collected;
  }

  @Override
  public void event(String series, long timeMillis, double[] values, int count) {
    events.add(new MetricEvent(series, timeMillis, Arrays.copyOf(values, count)));
  }

  @Override
  public void malformed(String reason) {
    reasons.add(reason);
  }

  boolean isEvent() {
    return !events.isEmpty();
  }

  MetricEvent event() {
    assertThat(reasons).isEmpty();
    return events.get(0);
  }

  String reason() {
    assertThat(events).isEmpty();
    return reasons.get(0);
  }
}
