package dev.weir.job.source;

import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/** Where a job without a checkpoint begins to read. */
@SuppressWarnings("deprecation") // the connector still asks for Kafka's old strategy
public enum StartAt {
  /** Where the consumer group stopped, else at the first record. */
  COMMITTED(OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST)),
  /** At the first record. */
  EARLIEST(OffsetsInitializer.earliest()),
  /** At what comes from now on. */
  LATEST(OffsetsInitializer.latest());

  @SuppressWarnings("ImmutableEnumChecker") // Flink's initializers hold no state
  private final OffsetsInitializer offsets;

  StartAt(OffsetsInitializer offsets) {
    this.offsets = offsets;
  }

  OffsetsInitializer offsets() {
    return offsets;
  }
}
