// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.decode;

import dev.weir.event.EventFormat;
import dev.weir.event.MetricEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The result of decoding records. */
record Received(List<MetricEvent> events, List<MalformedRecord> malformed) implements RecordSink {

  static Received of(EventFormat format, int features, ConsumerRecord<byte[], byte[]> record) {
    Received received = new Received(new ArrayList<>(), new ArrayList<>());
    new RecordDecoder(format, features).decode(record, received);
    return received;
  }

  @Override
  public void event(String series, long timeMillis, double[] values, int count) {
    events.add(new MetricEvent(series, timeMillis, Arrays.copyOf(values, count)));
  }

  @Override
  public void event(byte[] text, int from, int to, long timeMillis, double[] values, int count) {
    event(new String(text, from, to - from, StandardCharsets.US_ASCII), timeMillis, values, count);
  }

  @Override
  public void malformed(MalformedRecord record) {
    malformed.add(record);
  }
}
