// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.batch;

import dev.weir.job.decode.RecordDecoder;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.InputStatus;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Source reader that polls Kafka's reader until a batch is full or no record is available, and
 * emits the batch. It keeps nothing between two calls, so its snapshot is that of Kafka's reader.
 */
final class BatchReader<S extends SourceSplit> implements SourceReader<DecodedBatch, S> {

  private final SourceReader<ConsumerRecord<byte[], byte[]>, S> records;
  private final BatchOutput batches;

  BatchReader(SourceReader<ConsumerRecord<byte[], byte[]>, S> records, RecordDecoder decoder) {
    this.records = records;
    this.batches = new BatchOutput(decoder);
  }

  @Override
  public InputStatus pollNext(ReaderOutput<DecodedBatch> out) throws Exception {
    batches.setOutput(out);
    InputStatus status;
    do {
      status = records.pollNext(batches);
    } while (status == InputStatus.MORE_AVAILABLE && !batches.isFull());
    batches.flush();
    return status;
  }

  @Override
  public void start() {
    records.start();
  }

  @Override
  public List<S> snapshotState(long checkpoint) {
    return records.snapshotState(checkpoint);
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return records.isAvailable();
  }

  @Override
  public void addSplits(List<S> splits) {
    records.addSplits(splits);
  }

  @Override
  public void notifyNoMoreSplits() {
    records.notifyNoMoreSplits();
  }

  @Override
  public void handleSourceEvents(SourceEvent event) {
    records.handleSourceEvents(event);
  }

  @Override
  public void notifyCheckpointComplete(long checkpoint) throws Exception {
    records.notifyCheckpointComplete(checkpoint);
  }

  @Override
  public void notifyCheckpointAborted(long checkpoint) throws Exception {
    records.notifyCheckpointAborted(checkpoint);
  }

  @Override
  public void pauseOrResumeSplits(Collection<String> pause, Collection<String> resume) {
    records.pauseOrResumeSplits(pause, resume);
  }

  @Override
  public void close() throws Exception {
    records.close();
  }
}
