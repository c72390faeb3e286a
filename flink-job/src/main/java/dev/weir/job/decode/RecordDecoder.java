package dev.weir.job.decode;

import dev.weir.event.EventDecoder;
import dev.weir.event.EventFormat;
import dev.weir.event.EventSink;
import dev.weir.job.source.SourceRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Decodes records as the source reads them; only a malformed one keeps its bytes. For one thread.
 */
public final class RecordDecoder {

  private final EventDecoder decoder;
  private final int features;

  /**
   * @param format of the records' values
   * @param features values that an event must have
   */
  public RecordDecoder(EventFormat format, int features) {
    this.decoder = format.decoder();
    this.features = features;
  }

  /** Passes on what a record holds. */
  public void decode(ConsumerRecord<byte[], byte[]> record, RecordSink out) {
    Decoded decoded = new Decoded(record, out);
    if (record.value() == null) {
      decoded.malformed("a record needs a value, this one is a tombstone");
    } else {
      decoder.decode(record.value(), decoded);
    }
  }

  private final class Decoded implements EventSink {

    private final ConsumerRecord<byte[], byte[]> record;
    private final RecordSink out;

    Decoded(ConsumerRecord<byte[], byte[]> record, RecordSink out) {
      this.record = record;
      this.out = out;
    }

    @Override
    public void event(String series, long timeMillis, double[] values, int count) {
      if (count == features) {
        out.event(series, timeMillis, values, count);
      } else {
        malformed(wrongFeatures(series, count));
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

  private String wrongFeatures(String series, int found) {
    return "an event must have as many values as the model has features: series="
        + series
        + ", expected="
        + features
        + ", found="
        + found;
  }
}
