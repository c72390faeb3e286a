// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.batch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.InputStatus;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Source reader that emits given records, one per call, to the output of their split. */
final class SplitRecords implements SourceReader<ConsumerRecord<byte[], byte[]>, SourceSplit> {

  private final Queue<ConsumerRecord<byte[], byte[]>> records = new ArrayDeque<>();
  private final Map<Integer, SourceOutput<ConsumerRecord<byte[], byte[]>>> outputs =
      new HashMap<>();
  private int emitted;

  /** Appends records of one split. */
  void add(int split, String... values) {
    for (String value : values) {
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      records.add(new ConsumerRecord<>("metrics", split, records.size(), new byte[0], bytes));
    }
  }

  /** Number of records emitted. */
  int emitted() {
    return emitted;
  }

  @Override
  public InputStatus pollNext(ReaderOutput<ConsumerRecord<byte[], byte[]>> out) {
    ConsumerRecord<byte[], byte[]> record = records.poll();
    if (record == null) {
      return InputStatus.NOTHING_AVAILABLE;
    }
    emitted++;
    outputs
        .computeIfAbsent(
            record.partition(), split -> out.createOutputForSplit(Integer.toString(split)))
        .collect(record);
    return InputStatus.MORE_AVAILABLE;
  }

  @Override
  public void start() {}

  @Override
  public List<SourceSplit> snapshotState(long checkpoint) {
    return List.of();
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void addSplits(List<SourceSplit> splits) {}

  @Override
  public void notifyNoMoreSplits() {}

  @Override
  public void close() {}
}
