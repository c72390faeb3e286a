// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.decode;

import dev.weir.event.EventDecoder;
import dev.weir.event.EventFormat;
import dev.weir.event.EventSink;
import dev.weir.job.source.SourceRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Decodes the value of a Kafka record into an event, or reports it as malformed. For one thread.
 */
public final class RecordDecoder {

  private final EventDecoder decoder;
  private final int features;

  /**
   * @param format of the records' values
   * @param features number of values that an event must have
   */
  public RecordDecoder(EventFormat format, int features) {
    this.decoder = format.decoder();
    this.features = features;
  }

  /** Decodes a record. */
  public void decode(ConsumerRecord<byte[], byte[]> record, RecordSink out) {
    FeatureCheck decoded = new FeatureCheck(record, out);
    if (record.value() == null) {
      decoded.malformed("the record is a tombstone; an event needs a value");
    } else {
      decoder.decode(record.value(), decoded);
    }
  }

  /** Accepts events that have as many values as the model has features. */
  private final class FeatureCheck implements EventSink {

    private final ConsumerRecord<byte[], byte[]> record;
    private final RecordSink out;

    FeatureCheck(ConsumerRecord<byte[], byte[]> record, RecordSink out) {
      this.record = record;
      this.out = out;
    }

    @Override
    public void event(String series, long timeMillis, double[] values, int count) {
      if (count == features) {
        out.event(series, timeMillis, values, count);
      } else {
        malformed(wrongNumberOfValues(series, count));
      }
    }

    @Override
    public void event(byte[] text, int from, int to, long timeMillis, double[] values, int count) {
      if (count == features) {
        out.event(text, from, to, timeMillis, values, count);
      } else {
        EventSink.super.event(text, from, to, timeMillis, values, count);
      }
    }

    @Override
    public void malformed(String reason) {
      out.malformed(new MalformedRecord(SourceRecord.of(record), reason));
    }
  }

  private String wrongNumberOfValues(String series, int found) {
    return "an event must have as many values as the model has features: series="
        + series
        + ", expected="
        + features
        + ", found="
        + found;
  }
}
