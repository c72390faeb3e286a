package dev.weir.job.decode;

import dev.weir.event.MetricEvent;
import dev.weir.job.source.SourceRecord;

/** What a record, or one point of it, turned out to be. */
public sealed interface DecodedRecord {

  /** Event time, milliseconds; {@link Long#MIN_VALUE} where there is none. */
  long eventTimeMillis();

  /** A well-formed event of as many features as the model has. */
  record Event(MetricEvent event) implements DecodedRecord {

    @Override
    public long eventTimeMillis() {
      return event.timeMillis();
    }
  }

  /**
   * No event.
   *
   * @param source the record as it was
   * @param reason what is wrong and where, in one line
   */
  record Malformed(SourceRecord source, String reason) implements DecodedRecord {

    @Override
    public long eventTimeMillis() {
      return Long.MIN_VALUE;
    }
  }
}
