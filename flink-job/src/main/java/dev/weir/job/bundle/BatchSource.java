package dev.weir.job.bundle;

import dev.weir.event.EventFormat;
import dev.weir.job.decode.RecordDecoder;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Decodes what another source reads, and hands it on in batches; all else is the other source's.
 *
 * @param <S> what the records are divided into
 * @param <E> state of the other source's enumerator
 */
public final class BatchSource<S extends SourceSplit, E> implements Source<DecodedBatch, S, E> {

  private static final long serialVersionUID = 1L;

  private final Source<ConsumerRecord<byte[], byte[]>, S, E> records;
  private final EventFormat format;
  private final int features;

  /**
   * @param records the other source
   * @param format of the records' values
   * @param features values that an event must have
   */
  public BatchSource(
      Source<ConsumerRecord<byte[], byte[]>, S, E> records, EventFormat format, int features) {
    this.records = records;
    this.format = format;
    this.features = features;
  }

  @Override
  public SourceReader<DecodedBatch, S> createReader(SourceReaderContext context) throws Exception {
    return new BatchReader<>(records.createReader(context), new RecordDecoder(format, features));
  }

  @Override
  public Boundedness getBoundedness() {
    return records.getBoundedness();
  }

  @Override
  public SplitEnumerator<S, E> createEnumerator(SplitEnumeratorContext<S> context)
      throws Exception {
    return records.createEnumerator(context);
  }

  @Override
  public SplitEnumerator<S, E> restoreEnumerator(SplitEnumeratorContext<S> context, E state)
      throws Exception {
    return records.restoreEnumerator(context, state);
  }

  @Override
  public SimpleVersionedSerializer<S> getSplitSerializer() {
    return records.getSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<E> getEnumeratorCheckpointSerializer() {
    return records.getEnumeratorCheckpointSerializer();
  }
}
