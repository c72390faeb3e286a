// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.source;

import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/** Offset at which a job without a checkpoint starts to read. */
@SuppressWarnings("deprecation") // the connector still requires OffsetResetStrategy
public enum StartAt {
  /** The committed offset of the consumer group, or the first record if there is none. */
  COMMITTED(OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST)),
  /** The first record. */
  EARLIEST(OffsetsInitializer.earliest()),
  /** The end of each partition at the start of the job. */
  LATEST(OffsetsInitializer.latest());

  @SuppressWarnings("ImmutableEnumChecker") // Flink's initializers have no state
  private final OffsetsInitializer offsets;

  StartAt(OffsetsInitializer offsets) {
    this.offsets = offsets;
  }

  OffsetsInitializer offsets() {
    return offsets;
  }
}
