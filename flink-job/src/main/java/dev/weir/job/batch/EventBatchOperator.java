package dev.weir.job.batch;

import dev.weir.job.decode.MalformedRecord;
import dev.weir.job.decode.MalformedRecordSerializer;
import dev.weir.job.metrics.JobMetrics;
import java.util.stream.Stream;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Counts what was read, puts events into a bundle for each subtask of the next, keyed operator, and
 * malformed records aside.
 *
 * <p>That operator must have this one's parallelism, and the job one largest parallelism for all,
 * since it is from both that a subtask's series follow. Were it otherwise, the state backend would
 * refuse a series that is not its own.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open
public final class EventBatchOperator extends AbstractStreamOperator<EventBatch>
    implements OneInputStreamOperator<DecodedBatch, EventBatch>, BoundedOneInput {

  private static final long serialVersionUID = 1L;

  /** MalformedRecord records. */
  public static final OutputTag<MalformedRecord> MALFORMED =
      new OutputTag<>("malformed", MalformedRecordSerializer.TYPE);

  /** How long an event may wait for others: nothing to a person, much to a processor. */
  private static final long LONGEST_WAIT_MILLIS = 5;

  private transient EventBatchBuilder[] bundles;
  private transient StreamRecord<EventBatch> record;
  private transient int largestParallelism;
  private transient boolean waiting;
  private transient Counter events;
  private transient Counter malformed;

  /** Adds the operator. */
  public static SingleOutputStreamOperator<EventBatch> behind(DataStream<DecodedBatch> batches) {
    return batches
        .transform("decode", EventBatchSerializer.TYPE, new EventBatchOperator())
        .uid("decode");
  }

  @Override
  public void open() throws Exception {
    super.open();
    events = JobMetrics.counter(getRuntimeContext(), JobMetrics.EVENTS);
    malformed = JobMetrics.counter(getRuntimeContext(), JobMetrics.MALFORMED);
    TaskInfo task = getRuntimeContext().getTaskInfo();
    largestParallelism = task.getMaxNumberOfParallelSubtasks();
    bundles =
        Stream.generate(EventBatchBuilder::new)
            .limit(task.getNumberOfParallelSubtasks())
            .toArray(EventBatchBuilder[]::new);
    record = new StreamRecord<>(new EventBatch(new byte[0]));
  }

  @Override
  public void processElement(StreamRecord<DecodedBatch> element) {
    DecodedBatch batch = element.getValue();
    events.inc(batch.count() + batch.malformed().size());
    malformed.inc(batch.malformed().size());
    for (MalformedRecord record : batch.malformed()) {
      output.collect(MALFORMED, new StreamRecord<>(record));
    }
    add(batch.events().bytes());
  }

  private void add(byte[] batch) {
    if (bundles.length == 1) {
      add(batch, 0, batch.length, bundles[0]);
      return;
    }
    int to;
    for (int from = 0; from < batch.length; from = to) {
      to = EventBatch.end(batch, from);
      add(batch, from, to, bundles[subtaskOf(batch, from)]);
    }
  }

  private void add(byte[] batch, int from, int to, EventBatchBuilder bundle) {
    bundle.add(batch, from, to);
    if (bundle.isFull()) {
      send(bundle);
    } else if (!waiting) {
      sendSoon();
    }
  }

  private int subtaskOf(byte[] batch, int from) {
    int group =
        KeyGroupRangeAssignment.computeKeyGroupForKeyHash(
            SeriesName.keyHash(batch, from), largestParallelism);
    return KeyGroupRangeAssignment.computeOperatorIndexForKeyGroup(
        largestParallelism, bundles.length, group);
  }

  private void sendSoon() {
    waiting = true;
    long at = processingTimeService.getCurrentProcessingTime() + LONGEST_WAIT_MILLIS;
    processingTimeService.registerTimer(
        at,
        time -> {
          waiting = false;
          sendAll();
        });
  }

  private void sendAll() {
    for (EventBatchBuilder bundle : bundles) {
      if (!bundle.isEmpty()) {
        send(bundle);
      }
    }
  }

  private void send(EventBatchBuilder bundle) {
    output.collect(record.replace(bundle.close()));
  }

  @Override
  public void processWatermark(Watermark watermark) throws Exception {
    sendAll();
    super.processWatermark(watermark);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpoint) {
    sendAll();
  }

  @Override
  public void endInput() {
    sendAll();
  }
}
