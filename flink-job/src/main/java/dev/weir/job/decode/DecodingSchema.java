package dev.weir.job.decode;

import dev.weir.event.DecodeResult;
import dev.weir.event.EventFormat;
import dev.weir.event.MetricEvent;
import dev.weir.job.decode.DecodedRecord.Event;
import dev.weir.job.decode.DecodedRecord.Malformed;
import dev.weir.job.source.SourceRecord;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Decodes records as the source reads them; only a malformed one keeps its bytes. */
public final class DecodingSchema implements KafkaRecordDeserializationSchema<DecodedRecord> {

  private static final long serialVersionUID = 1L;

  private final EventFormat format;
  private final int features;

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
    format.decoder().decode(record.value(), result -> out.collect(judge(record, result)));
  }

  private DecodedRecord judge(ConsumerRecord<byte[], byte[]> record, DecodeResult result) {
    if (result instanceof DecodeResult.Malformed malformed) {
      return malformed(record, malformed.reason());
    }
    MetricEvent event = ((DecodeResult.Decoded) result).event();
    return event.values().length == features
        ? new Event(event)
        : malformed(record, wrongFeatures(event));
  }

  private String wrongFeatures(MetricEvent event) {
    return "an event must have as many values as the model has features: series="
        + event.series()
        + ", expected="
        + features
        + ", found="
        + event.values().length;
  }

  private static Malformed malformed(ConsumerRecord<byte[], byte[]> record, String reason) {
    return new Malformed(SourceRecord.of(record), reason);
  }

  @Override
  public TypeInformation<DecodedRecord> getProducedType() {
    return DecodedRecordSerializer.TYPE;
  }
}
