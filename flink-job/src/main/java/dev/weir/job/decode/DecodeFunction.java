package dev.weir.job.decode;

import dev.weir.event.MetricEvent;
import dev.weir.job.decode.DecodedRecord.Event;
import dev.weir.job.decode.DecodedRecord.Malformed;
import dev.weir.job.metrics.JobMetrics;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Counts what was read and parts the malformed records from the events. */
public final class DecodeFunction extends ProcessFunction<DecodedRecord, MetricEvent> {

  private static final long serialVersionUID = 1L;

  /** Malformed records. */
  public static final OutputTag<Malformed> MALFORMED =
      new OutputTag<>("malformed", MalformedSerializer.TYPE);

  private transient Counter events;
  private transient Counter malformed;

  @Override
  public void open(OpenContext context) {
    events = JobMetrics.counter(getRuntimeContext(), JobMetrics.EVENTS);
    malformed = JobMetrics.counter(getRuntimeContext(), JobMetrics.MALFORMED);
  }

  @Override
  public void processElement(DecodedRecord decoded, Context context, Collector<MetricEvent> out) {
    events.inc();
    if (decoded instanceof Event event) {
      out.collect(event.event());
    } else {
      malformed.inc();
      context.output(MALFORMED, (Malformed) decoded);
    }
  }
}
