// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.batch;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;

/** Output that records the emitted batches and their splits. */
final class EmittedBatches implements ReaderOutput<DecodedBatch> {

  /** An emitted batch with its split and timestamp. */
  record Emitted(String split, DecodedBatch batch, long timestamp) {}

  private final List<Emitted> emitted;
  private final String split;

  EmittedBatches() {
    this(new ArrayList<>(), "");
  }

  private EmittedBatches(List<Emitted> emitted, String split) {
    this.emitted = emitted;
    this.split = split;
  }

  List<Emitted> emitted() {
    return emitted;
  }

  List<DecodedBatch> batches() {
    return emitted.stream().map(Emitted::batch).toList();
  }

  @Override
  public void collect(DecodedBatch batch) {
    throw new IllegalStateException("a batch has a timestamp");
  }

  @Override
  public void collect(DecodedBatch batch, long timestamp) {
    emitted.add(new Emitted(split, batch, timestamp));
  }

  @Override
  public SourceOutput<DecodedBatch> createOutputForSplit(String name) {
    return new EmittedBatches(emitted, name);
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
