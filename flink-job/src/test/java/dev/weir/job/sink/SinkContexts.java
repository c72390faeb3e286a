// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.sink;

import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema.KafkaSinkContext;

/** Sink contexts for tests of serialization schemas. */
final class SinkContexts {

  /** The only subtask of a sink whose topics have one partition. */
  static final KafkaSinkContext SINGLE_SUBTASK =
      new KafkaSinkContext() {
        @Override
        public int getParallelInstanceId() {
          return 0;
        }

        @Override
        public int getNumberOfParallelInstances() {
          return 1;
        }

        @Override
        public int[] getPartitionsForTopic(String topic) {
          return new int[] {0};
        }
      };

  private SinkContexts() {}
}
