// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.batch;

import dev.weir.job.decode.MalformedRecord;
import dev.weir.job.decode.RecordSink;
import java.util.ArrayList;
import java.util.List;

/** Collects the decoded records of a {@link DecodedBatch}. */
final class DecodedBatchBuilder implements RecordSink {

  /**
   * Half an {@link EventBatch}, so that an event batch that is nearly full still has room for it.
   */
  private static final int FULL_BYTES = EventBatchBuilder.FULL_BYTES / 2;

  private static final int MAX_MALFORMED = 64;

  private final EventBatchBuilder events = new EventBatchBuilder();
  private final List<MalformedRecord> malformed = new ArrayList<>();
  private int count;
  private long newestMillis = Long.MIN_VALUE;

  @Override
  public void event(String series, long timeMillis, double[] values, int count) {
    events.add(series, timeMillis, values, count);
    countEvent(timeMillis);
  }

  @Override
  public void event(byte[] text, int from, int to, long timeMillis, double[] values, int count) {
    events.add(text, from, to, timeMillis, values, count);
    countEvent(timeMillis);
  }

  private void countEvent(long timeMillis) {
    count++;
    newestMillis = Math.max(newestMillis, timeMillis);
  }

  @Override
  public void malformed(MalformedRecord record) {
    malformed.add(record);
  }

  boolean isFull() {
    return events.size() >= FULL_BYTES || malformed.size() >= MAX_MALFORMED;
  }

  boolean isEmpty() {
    return events.isEmpty() && malformed.isEmpty();
  }

  /** Returns the batch and clears the builder. */
  DecodedBatch build() {
    DecodedBatch batch =
        new DecodedBatch(events.build(), count, newestMillis, List.copyOf(malformed));
    malformed.clear();
    count = 0;
    newestMillis = Long.MIN_VALUE;
    return batch;
  }
}
