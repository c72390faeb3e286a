package dev.weir.job.batch;

import dev.weir.job.decode.RecordDecoder;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Where a reader's records go: decoded into a batch, which is sent on by way of their split's own
 * output, so that each partition's watermark follows its own events.
 */
final class BatchOutput implements ReaderOutput<ConsumerRecord<byte[], byte[]>> {

  private final RecordDecoder decoder;
  private final DecodedBatchBuilder batch = new DecodedBatchBuilder();

  @SuppressWarnings("NullAway.Init") // leadTo is called before anything else
  private ReaderOutput<DecodedBatch> out;

  /** Where the batch will go. */
  private @Nullable SourceOutput<DecodedBatch> target;

  BatchOutput(RecordDecoder decoder) {
    this.decoder = decoder;
  }

  /** Sends batches to this output from now on; to be called while the batch is empty. */
  void leadTo(ReaderOutput<DecodedBatch> output) {
    out = output;
  }

  boolean isFull() {
    return batch.isFull();
  }

  /** Sends what was gathered. */
  void send() {
    if (target != null && !batch.isEmpty()) {
      DecodedBatch full = batch.close();
      target.collect(full, full.newestMillis());
    }
  }

  private void add(ConsumerRecord<byte[], byte[]> record, SourceOutput<DecodedBatch> to) {
    if (target != to) {
      send();
      target = to;
    }
    decoder.decode(record, batch);
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
    send();
    out.emitWatermark(watermark);
  }

  @Override
  public void markIdle() {
    send();
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
    send();
    target = null;
    out.releaseOutputForSplit(split);
  }

  /** Of one split. */
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
      send();
      split.emitWatermark(watermark);
    }

    @Override
    public void markIdle() {
      send();
      split.markIdle();
    }

    @Override
    public void markActive() {
      split.markActive();
    }
  }
}
