// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.batch;

import dev.weir.event.EventFormat;
import dev.weir.job.decode.RecordDecoder;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.lineage.LineageVertex;
import org.apache.flink.streaming.api.lineage.LineageVertexProvider;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Source that decodes the records of Flink's Kafka source in its reader and emits batches. */
public final class BatchSource
    implements Source<DecodedBatch, KafkaPartitionSplit, KafkaSourceEnumState>,
        LineageVertexProvider {

  private static final long serialVersionUID = 1L;

  private final KafkaSource<ConsumerRecord<byte[], byte[]>> records;
  private final EventFormat format;
  private final int features;

  /**
   * @param records Flink's Kafka source
   * @param format of the records' values
   * @param features number of values that an event must have
   */
  public BatchSource(
      KafkaSource<ConsumerRecord<byte[], byte[]>> records, EventFormat format, int features) {
    this.records = records;
    this.format = format;
    this.features = features;
  }

  @Override
  public SourceReader<DecodedBatch, KafkaPartitionSplit> createReader(SourceReaderContext context)
      throws Exception {
    return new BatchReader<>(records.createReader(context), new RecordDecoder(format, features));
  }

  @Override
  public Boundedness getBoundedness() {
    return records.getBoundedness();
  }

  @Override
  public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> createEnumerator(
      SplitEnumeratorContext<KafkaPartitionSplit> context) {
    return records.createEnumerator(context);
  }

  @Override
  public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> restoreEnumerator(
      SplitEnumeratorContext<KafkaPartitionSplit> context, KafkaSourceEnumState state)
      throws Exception {
    return records.restoreEnumerator(context, state);
  }

  @Override
  public SimpleVersionedSerializer<KafkaPartitionSplit> getSplitSerializer() {
    return records.getSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<KafkaSourceEnumState> getEnumeratorCheckpointSerializer() {
    return records.getEnumeratorCheckpointSerializer();
  }

  @Override
  public LineageVertex getLineageVertex() {
    return records.getLineageVertex();
  }
}
