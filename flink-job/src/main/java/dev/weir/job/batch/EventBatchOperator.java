// SPDX-License-Identifier: Apache-2.0
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
 * Operator that counts the decoded records, regroups their events into a batch for each subtask of
 * the detect operator, and emits malformed records to a side output.
 *
 * <p>The detect operator must have the parallelism and the maximum parallelism of this operator,
 * since both determine which subtask owns a series. Otherwise the state backend rejects series of
 * other subtasks.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open
public final class EventBatchOperator extends AbstractStreamOperator<EventBatch>
    implements OneInputStreamOperator<DecodedBatch, EventBatch>, BoundedOneInput {

  private static final long serialVersionUID = 1L;

  /** Side output of malformed records. */
  public static final OutputTag<MalformedRecord> MALFORMED =
      new OutputTag<>("malformed", MalformedRecordSerializer.TYPE);

  /** How long an event waits for others at most: not noticeable, but it fills the batches. */
  private static final long MAX_WAIT_MILLIS = 5;

  private transient EventBatchBuilder[] builders;
  private transient StreamRecord<EventBatch> reusedRecord;
  private transient int maxParallelism;
  private transient boolean flushScheduled;
  private transient Counter eventCounter;
  private transient Counter malformedCounter;

  /** Adds the operator after a stream of decoded batches. */
  public static SingleOutputStreamOperator<EventBatch> addTo(DataStream<DecodedBatch> batches) {
    return batches
        .transform("decode", EventBatchSerializer.TYPE, new EventBatchOperator())
        .uid("decode");
  }

  @Override
  public void open() throws Exception {
    super.open();
    eventCounter = JobMetrics.counter(getRuntimeContext(), JobMetrics.EVENTS);
    malformedCounter = JobMetrics.counter(getRuntimeContext(), JobMetrics.MALFORMED);
    TaskInfo task = getRuntimeContext().getTaskInfo();
    maxParallelism = task.getMaxNumberOfParallelSubtasks();
    builders =
        Stream.generate(EventBatchBuilder::new)
            .limit(task.getNumberOfParallelSubtasks())
            .toArray(EventBatchBuilder[]::new);
    reusedRecord = new StreamRecord<>(new EventBatch(new byte[0]));
  }

  @Override
  public void processElement(StreamRecord<DecodedBatch> element) {
    DecodedBatch batch = element.getValue();
    eventCounter.inc(batch.count() + batch.malformed().size());
    malformedCounter.inc(batch.malformed().size());
    for (MalformedRecord record : batch.malformed()) {
      output.collect(MALFORMED, new StreamRecord<>(record));
    }
    add(batch.events().bytes());
  }

  private void add(byte[] events) {
    if (builders.length == 1) {
      add(events, 0, events.length, builders[0]);
      return;
    }
    int to;
    for (int from = 0; from < events.length; from = to) {
      to = EventBatch.end(events, from);
      add(events, from, to, builders[subtaskOf(events, from)]);
    }
  }

  private void add(byte[] events, int from, int to, EventBatchBuilder builder) {
    builder.add(events, from, to);
    if (builder.isFull()) {
      emit(builder);
    } else if (!flushScheduled) {
      scheduleFlush();
    }
  }

  private int subtaskOf(byte[] events, int from) {
    int group =
        KeyGroupRangeAssignment.computeKeyGroupForKeyHash(
            SeriesName.keyHash(events, from), maxParallelism);
    return KeyGroupRangeAssignment.computeOperatorIndexForKeyGroup(
        maxParallelism, builders.length, group);
  }

  private void scheduleFlush() {
    flushScheduled = true;
    long dueMillis = processingTimeService.getCurrentProcessingTime() + MAX_WAIT_MILLIS;
    processingTimeService.registerTimer(
        dueMillis,
        time -> {
          flushScheduled = false;
          flush();
        });
  }

  private void flush() {
    for (EventBatchBuilder builder : builders) {
      if (!builder.isEmpty()) {
        emit(builder);
      }
    }
  }

  private void emit(EventBatchBuilder builder) {
    output.collect(reusedRecord.replace(builder.build()));
  }

  @Override
  public void processWatermark(Watermark watermark) throws Exception {
    flush();
    super.processWatermark(watermark);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpoint) {
    flush();
  }

  @Override
  public void endInput() {
    flush();
  }
}
