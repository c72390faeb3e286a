package dev.weir.job.batch;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;

/** Keeps what was sent, and by way of which split. */
final class SentBatches implements ReaderOutput<DecodedBatch> {

  /** A batch, its split, and the timestamp that came with it. */
  record Sent(String split, DecodedBatch batch, long timestamp) {}

  private final List<Sent> sent;
  private final String split;

  SentBatches() {
    this(new ArrayList<>(), "");
  }

  private SentBatches(List<Sent> sent, String split) {
    this.sent = sent;
    this.split = split;
  }

  List<Sent> sent() {
    return sent;
  }

  List<DecodedBatch> batches() {
    return sent.stream().map(Sent::batch).toList();
  }

  @Override
  public void collect(DecodedBatch batch) {
    throw new IllegalStateException("a batch has a timestamp");
  }

  @Override
  public void collect(DecodedBatch batch, long timestamp) {
    sent.add(new Sent(split, batch, timestamp));
  }

  @Override
  public SourceOutput<DecodedBatch> createOutputForSplit(String name) {
    return new SentBatches(sent, name);
  }

  @Override
  public void releaseOutputForSplit(String name) {}

  @Override
  public void emitWatermark(Watermark watermark) {}

  @Override
  public void markIdle() {}

  @Override
  public void markActive() {}
}
