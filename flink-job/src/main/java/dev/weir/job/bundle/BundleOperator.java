package dev.weir.job.bundle;

import dev.weir.event.MetricEvent;
import java.util.stream.Stream;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Puts events into a bundle for each subtask of the next, keyed operator.
 *
 * <p>That operator must have this one's parallelism, and the job one largest parallelism for all,
 * since it is from both that a subtask's series follow. Were it otherwise, the state backend would
 * refuse a series that is not its own.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open
public final class BundleOperator extends AbstractStreamOperator<EventBundle>
    implements OneInputStreamOperator<MetricEvent, EventBundle>, BoundedOneInput {

  private static final long serialVersionUID = 1L;

  /** How long an event may wait for others: nothing to a person, much to a processor. */
  private static final long LONGEST_WAIT_MILLIS = 5;

  private transient OpenBundle[] bundles;
  private transient StreamRecord<EventBundle> record;
  private transient int largestParallelism;
  private transient boolean waiting;

  @Override
  public void open() throws Exception {
    super.open();
    TaskInfo task = getRuntimeContext().getTaskInfo();
    largestParallelism = task.getMaxNumberOfParallelSubtasks();
    bundles =
        Stream.generate(OpenBundle::new)
            .limit(task.getNumberOfParallelSubtasks())
            .toArray(OpenBundle[]::new);
    record = new StreamRecord<>(new EventBundle(new byte[0]));
  }

  @Override
  public void processElement(StreamRecord<MetricEvent> element) {
    MetricEvent event = element.getValue();
    OpenBundle bundle = bundles[subtaskOf(event.series())];
    bundle.add(event);
    if (bundle.isFull()) {
      send(bundle);
    } else if (!waiting) {
      sendSoon();
    }
  }

  private int subtaskOf(String series) {
    return bundles.length == 1
        ? 0
        : KeyGroupRangeAssignment.assignKeyToParallelOperator(
            series, largestParallelism, bundles.length);
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
    for (OpenBundle bundle : bundles) {
      if (!bundle.isEmpty()) {
        send(bundle);
      }
    }
  }

  private void send(OpenBundle bundle) {
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
