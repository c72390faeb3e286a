package dev.weir.job.batch;

import dev.weir.job.decode.MalformedRecord;
import dev.weir.job.decode.RecordSink;
import java.util.ArrayList;
import java.util.List;

/** A batch that is being filled. */
final class DecodedBatchBuilder implements RecordSink {

  /** Half a bundle, so that a bundle that is nearly full takes it, too. */
  private static final int FULL_BYTES = EventBatchBuilder.FULL_BYTES / 2;

  private static final int MOST_MALFORMED = 64;

  private final EventBatchBuilder events = new EventBatchBuilder();
  private final List<MalformedRecord> malformed = new ArrayList<>();
  private int count;
  private long newestMillis = Long.MIN_VALUE;

  @Override
  public void event(String series, long timeMillis, double[] values, int count) {
    events.add(series, timeMillis, values, count);
    add(timeMillis);
  }

  @Override
  public void event(byte[] text, int from, int to, long timeMillis, double[] values, int count) {
    events.add(text, from, to, timeMillis, values, count);
    add(timeMillis);
  }

  private void add(long timeMillis) {
    count++;
    newestMillis = Math.max(newestMillis, timeMillis);
  }

  @Override
  public void malformed(MalformedRecord record) {
    malformed.add(record);
  }

  boolean isFull() {
    return events.size() >= FULL_BYTES || malformed.size() >= MOST_MALFORMED;
  }

  boolean isEmpty() {
    return events.isEmpty() && malformed.isEmpty();
  }

  /** What was added; empty from then on. */
  DecodedBatch close() {
    DecodedBatch batch =
        new DecodedBatch(events.close(), count, newestMillis, List.copyOf(malformed));
    malformed.clear();
    count = 0;
    newestMillis = Long.MIN_VALUE;
    return batch;
  }
}
