// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.detect;

import dev.weir.event.MetricEvent;
import dev.weir.job.batch.EventBatch;
import dev.weir.job.metrics.JobMetrics;
import dev.weir.job.store.RocksDbOptions;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateChangelogOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.checkpoint.CheckpointOptions;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.SavepointType;
import org.apache.flink.runtime.checkpoint.SnapshotType;
import org.apache.flink.runtime.state.CheckpointStorageLocationReference;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.StateBackendLoader;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.runtime.state.memory.MemCheckpointStreamFactory;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.OperatorSnapshotFinalizer;
import org.apache.flink.streaming.api.operators.OperatorSnapshotFutures;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** Runs the detect operator in Flink's test harness, without a cluster. */
final class DetectHarness implements AutoCloseable {

  /** State backends. */
  enum Backend {
    HASHMAP,
    HASHMAP_WITH_CHANGELOG,
    /** RocksDB with Flink's default options. */
    ROCKSDB,
    /** RocksDB with the job's options. */
    ROCKSDB_OF_THE_JOB;

    StateBackend open() throws Exception {
      return switch (this) {
        case HASHMAP -> new HashMapStateBackend();
        case HASHMAP_WITH_CHANGELOG -> withChangelog(new HashMapStateBackend());
        case ROCKSDB -> new EmbeddedRocksDBStateBackend(true);
        case ROCKSDB_OF_THE_JOB -> rocksDbOfTheJob();
      };
    }

    private static StateBackend withChangelog(StateBackend backend) throws Exception {
      Configuration changelog = new Configuration();
      changelog.set(StateChangelogOptions.ENABLE_STATE_CHANGE_LOG, true);
      return StateBackendLoader.fromApplicationOrConfigOrDefault(
          backend, changelog, changelog, DetectHarness.class.getClassLoader(), null);
    }

    private static StateBackend rocksDbOfTheJob() {
      EmbeddedRocksDBStateBackend backend = new EmbeddedRocksDBStateBackend(true);
      backend.setRocksDBOptions(new RocksDbOptions());
      return backend;
    }
  }

  private final DetectOperator operator;
  private final KeyedOneInputStreamOperatorTestHarness<String, EventBatch, ScoredEvent> harness;

  private DetectHarness(SubmittedModel model, DetectSettings settings, Backend backend)
      throws Exception {
    operator = new DetectOperator(model, settings);
    harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            operator, EventBatch::firstSeries, Types.STRING);
    harness.setStateBackend(backend.open());
    harness.setup(ScoredEventSerializer.TYPE.createSerializer(null));
  }

  static DetectHarness open(SubmittedModel model, DetectSettings settings, Backend backend)
      throws Exception {
    DetectHarness opened = new DetectHarness(model, settings, backend);
    opened.harness.open();
    return opened;
  }

  static DetectHarness restore(
      OperatorSubtaskState state, SubmittedModel model, DetectSettings settings, Backend backend)
      throws Exception {
    DetectHarness restored = new DetectHarness(model, settings, backend);
    restored.harness.initializeState(state);
    restored.harness.open();
    return restored;
  }

  void process(MetricEvent event) throws Exception {
    process(List.of(event));
  }

  void process(List<MetricEvent> events) throws Exception {
    harness.processElement(new StreamRecord<>(EventBatch.of(events)));
  }

  void watermark(long millis) throws Exception {
    harness.processWatermark(millis);
  }

  void wallClock(long millis) throws Exception {
    harness.setProcessingTime(millis);
  }

  OperatorSubtaskState snapshot(long checkpoint) throws Exception {
    return harness.snapshot(checkpoint, checkpoint);
  }

  /** Takes a savepoint in canonical format, which any backend restores. */
  OperatorSubtaskState savepoint(long checkpoint) throws Exception {
    return harness
        .snapshotWithLocalState(
            checkpoint, checkpoint, SavepointType.savepoint(SavepointFormatType.CANONICAL))
        .getJobManagerOwnedState();
  }

  /** Begins a snapshot, which goes on while the operator does. */
  RunningSnapshot begin(long checkpoint, SnapshotType type) throws Exception {
    CheckpointOptions options =
        CheckpointOptions.alignedNoTimeout(type, CheckpointStorageLocationReference.getDefault());
    return new RunningSnapshot(
        operator.snapshotState(
            checkpoint, checkpoint, options, new MemCheckpointStreamFactory(Integer.MAX_VALUE)));
  }

  /** A snapshot that has begun and is not written yet. */
  record RunningSnapshot(OperatorSnapshotFutures futures) {

    /** Writes the snapshot. */
    OperatorSubtaskState write() throws Exception {
      return OperatorSnapshotFinalizer.create(futures).getJobManagerOwnedState();
    }

    /** Drops the snapshot, as an aborted checkpoint does. */
    void abort() throws Exception {
      futures.cancel();
    }
  }

  int timers() {
    return harness.numEventTimeTimers() + harness.numProcessingTimeTimers();
  }

  List<ScoredEvent> alerts() {
    return harness.extractOutputValues();
  }

  List<ScoredEvent> scores() {
    return side(DetectOperator.SCORES);
  }

  List<MetricEvent> late() {
    return side(DetectOperator.LATE);
  }

  private <T> List<T> side(OutputTag<T> tag) {
    var records = harness.getSideOutput(tag);
    return records == null ? List.of() : records.stream().map(StreamRecord::getValue).toList();
  }

  long count(String name) {
    return (Long)
        operator
            .getRuntimeContext()
            .<Long, Long>getAccumulator(JobMetrics.accumulator(name))
            .getLocalValue();
  }

  @Override
  public void close() throws Exception {
    harness.close();
  }
}
