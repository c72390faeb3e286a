package dev.weir.job.decode;

import dev.weir.event.EventDecoder;
import dev.weir.event.EventFormat;
import dev.weir.event.EventSink;
import dev.weir.event.MetricEvent;
import dev.weir.job.decode.DecodedRecord.Event;
import dev.weir.job.decode.DecodedRecord.Malformed;
import dev.weir.job.source.SourceRecord;
import java.util.Arrays;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Decodes records as the source reads them; only a malformed one keeps its bytes. */
public final class DecodingSchema implements KafkaRecordDeserializationSchema<DecodedRecord> {

  private static final long serialVersionUID = 1L;

  private final EventFormat format;
  private final int features;

  /** Of the thread that reads; made with the first record, since it is not sent with the job. */
  private transient @Nullable EventDecoder decoder;

  /**
   * @param format of the records' values
   * @param features values that an event must have
   */
  public DecodingSchema(EventFormat format, int features) {
    this.format = format;
    this.features = features;
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<DecodedRecord> out) {
    if (record.value() == null) {
      out.collect(malformed(record, "a record needs a value, this one is a tombstone"));
      return;
    }
    decoder().decode(record.value(), new Decoded(record, out));
  }

  private EventDecoder decoder() {
    if (decoder == null) {
      decoder = format.decoder();
    }
    return decoder;
  }

  /** Passes on what a record holds. */
  private final class Decoded implements EventSink {

    private final ConsumerRecord<byte[], byte[]> record;
    private final Collector<DecodedRecord> out;

    Decoded(ConsumerRecord<byte[], byte[]> record, Collector<DecodedRecord> out) {
      this.record = record;
      this.out = out;
    }

    @Override
    public void event(String series, long timeMillis, double[] values, int count) {
      if (count == features) {
        out.collect(new Event(new MetricEvent(series, timeMillis, Arrays.copyOf(values, count))));
      } else {
        malformed(wrongFeatures(series, count));
      }
    }

    @Override
    public void malformed(String reason) {
      out.collect(DecodingSchema.malformed(record, reason));
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

  private static Malformed malformed(ConsumerRecord<byte[], byte[]> record, String reason) {
    return new Malformed(SourceRecord.of(record), reason);
  }

  @Override
  public TypeInformation<DecodedRecord> getProducedType() {
    return DecodedRecordSerializer.TYPE;
  }
}
