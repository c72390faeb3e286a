// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.batch;

import dev.weir.job.decode.RecordDecoder;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Output of Kafka's reader that decodes the records of one split into a batch, and emits the batch
 * to the output of that split. The watermark of each partition therefore follows its own events.
 */
final class BatchOutput implements ReaderOutput<ConsumerRecord<byte[], byte[]>> {

  private final RecordDecoder decoder;
  private final DecodedBatchBuilder builder = new DecodedBatchBuilder();

  @SuppressWarnings("NullAway.Init") // setOutput is called first
  private ReaderOutput<DecodedBatch> out;

  /** Output of the split whose records are in the batch. */
  private @Nullable SourceOutput<DecodedBatch> splitOutput;

  BatchOutput(RecordDecoder decoder) {
    this.decoder = decoder;
  }

  /** Sets the output of the batches. The current batch must be empty. */
  void setOutput(ReaderOutput<DecodedBatch> output) {
    out = output;
  }

  boolean isFull() {
    return builder.isFull();
  }

  /** Emits the current batch, unless it is empty. */
  void flush() {
    if (splitOutput != null && !builder.isEmpty()) {
      DecodedBatch batch = builder.build();
      splitOutput.collect(batch, batch.newestMillis());
    }
  }

  private void add(ConsumerRecord<byte[], byte[]> record, SourceOutput<DecodedBatch> to) {
    if (splitOutput != to) {
      flush();
      splitOutput = to;
    }
    decoder.decode(record, builder);
  }

  @Override
  public void collect(ConsumerRecord<byte[], byte[]> record) {
    add(record, out);
  }

  @Override
  public void collect(ConsumerRecord<byte[], byte[]> record, long timestamp) {
    add(record, out);
  }

  @Override
  public void emitWatermark(Watermark watermark) {
    flush();
    out.emitWatermark(watermark);
  }

  @Override
  public void markIdle() {
    flush();
    out.markIdle();
  }

  @Override
  public void markActive() {
    out.markActive();
  }

  @Override
  public SourceOutput<ConsumerRecord<byte[], byte[]>> createOutputForSplit(String split) {
    return new SplitOutput(out.createOutputForSplit(split));
  }

  @Override
  public void releaseOutputForSplit(String split) {
    flush();
    splitOutput = null;
    out.releaseOutputForSplit(split);
  }

  /** Adds the records of one split to the batch. */
  private final class SplitOutput implements SourceOutput<ConsumerRecord<byte[], byte[]>> {

    private final SourceOutput<DecodedBatch> split;

    SplitOutput(SourceOutput<DecodedBatch> split) {
      this.split = split;
    }

    @Override
    public void collect(ConsumerRecord<byte[], byte[]> record) {
      add(record, split);
    }

    @Override
    public void collect(ConsumerRecord<byte[], byte[]> record, long timestamp) {
      add(record, split);
    }

    @Override
    public void emitWatermark(Watermark watermark) {
      flush();
      split.emitWatermark(watermark);
    }

    @Override
    public void markIdle() {
      flush();
      split.markIdle();
    }

    @Override
    public void markActive() {
      split.markActive();
    }
  }
}
