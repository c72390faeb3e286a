// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.event.MetricEvent;
import dev.weir.job.decode.MalformedRecord;
import dev.weir.job.serialization.SerializedForm;
import dev.weir.job.source.SourceRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NotEmpty;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.kafka.clients.consumer.ConsumerRecord;

class EventBatchOperatorTest {

  private static final int MAX_PARALLELISM = 1024;
  private static final MetricEvent EVENT = new MetricEvent("cpu", 1_000, new double[] {1.5});

  @Provide
  static Arbitrary<MetricEvent> events() {
    Arbitrary<String> series =
        Arbitraries.strings().ofMinLength(1).ofMaxLength(170).filter(name -> !name.isBlank());
    Arbitrary<double[]> values =
        Arbitraries.doubles().between(-1e30, 1e30).array(double[].class).ofMinSize(1).ofMaxSize(9);
    return Combinators.combine(series, Arbitraries.longs(), values).as(MetricEvent::new);
  }

  @Property(tries = 200)
  void batch_writtenAndRead_hasTheSameEventsInOrder(
      @ForAll @NotEmpty List<@net.jqwik.api.From("events") MetricEvent> events) throws Exception {
    EventBatch batch =
        SerializedForm.throughACheckpoint(
            EventBatchSerializer.TYPE.createSerializer(null), EventBatch.of(events));
    assertThat(batch.firstSeries()).isEqualTo(events.get(0).series());
    assertThat(read(List.of(batch))).isEqualTo(events);
  }

  @Example
  void layout_ofABatch_isTheGoldenOne() {
    EventBatch batch = EventBatch.of(List.of(EVENT, new MetricEvent("µ", 2, new double[] {0})));
    assertThat(SerializedForm.hex(new EventBatchSerializer(1), batch))
        .isEqualTo(
            "00000035"
                + "00000003"
                + "637075"
                + "00000000000003e8"
                + "00000001"
                + "3ff8000000000000"
                + "ffffffff"
                + "00b5"
                + "0000000000000002"
                + "00000001"
                + "0000000000000000");
  }

  @Example
  void processElement_oneEvent_isEmittedAfterFiveMilliseconds() throws Exception {
    try (var harness = harness(1, 0)) {
      harness.processElement(new StreamRecord<>(batch(EVENT)));
      harness.setProcessingTime(4);
      assertThat(harness.extractOutputValues()).isEmpty();
      harness.setProcessingTime(5);
      assertThat(read(harness.extractOutputValues())).containsExactly(EVENT);
    }
  }

  @Example
  void processElement_moreThanABatch_isEmittedAtOnce() throws Exception {
    try (var harness = harness(1, 0)) {
      for (int i = 0; i < 1_000; i++) {
        harness.processElement(new StreamRecord<>(batch(EVENT)));
      }
      assertThat(harness.extractOutputValues()).isNotEmpty();
      harness.endInput();
      assertThat(read(harness.extractOutputValues())).hasSize(1_000).containsOnly(EVENT);
    }
  }

  @Example
  void watermarkBarrierAndEnd_areEmittedAfterTheEventsBeforeThem() throws Exception {
    try (var harness = harness(1, 0)) {
      harness.processElement(new StreamRecord<>(batch(EVENT)));
      harness.processWatermark(1_000);
      assertThat(harness.getOutput().toArray()[1]).isEqualTo(new Watermark(1_000));
      harness.processElement(new StreamRecord<>(batch(EVENT)));
      harness.prepareSnapshotPreBarrier(1);
      assertThat(harness.extractOutputValues()).hasSize(2);
      harness.processElement(new StreamRecord<>(batch(EVENT)));
      harness.endInput();
      assertThat(read(harness.extractOutputValues())).containsExactly(EVENT, EVENT, EVENT);
    }
  }

  @Example
  void processElement_malformed_isEmittedToTheSideOutput() throws Exception {
    SourceRecord source =
        SourceRecord.of(new ConsumerRecord<>("metrics", 0, 7L, new byte[0], new byte[] {1}));
    MalformedRecord malformed = new MalformedRecord(source, "no JSON");
    DecodedBatchBuilder builder = new DecodedBatchBuilder();
    builder.malformed(malformed);
    DecodedBatch batch = builder.build();
    try (var harness = harness(1, 0)) {
      harness.processElement(new StreamRecord<>(batch));
      harness.endInput();
      assertThat(harness.extractOutputValues()).isEmpty();
      assertThat(harness.getSideOutput(EventBatchOperator.MALFORMED))
          .containsExactly(new StreamRecord<>(malformed));
    }
  }

  @Example
  void processElement_severalSubtasks_emitsBatchesOfOneSubtaskEach() throws Exception {
    List<MetricEvent> events =
        IntStream.range(0, 500)
            .mapToObj(i -> new MetricEvent("host-" + i, i, new double[] {i}))
            .toList();
    try (var harness = harness(3, 1)) {
      for (MetricEvent event : events) {
        harness.processElement(new StreamRecord<>(batch(event)));
      }
      harness.endInput();
      List<EventBatch> batches = harness.extractOutputValues();
      assertThat(read(batches)).containsExactlyInAnyOrderElementsOf(events);
      for (EventBatch batch : batches) {
        assertThat(read(List.of(batch)).stream().map(EventBatchOperatorTest::subtask).distinct())
            .hasSize(1);
      }
    }
  }

  private static DecodedBatch batch(MetricEvent event) {
    DecodedBatchBuilder builder = new DecodedBatchBuilder();
    builder.event(event.series(), event.timeMillis(), event.values(), event.values().length);
    return builder.build();
  }

  private static int subtask(MetricEvent event) {
    return KeyGroupRangeAssignment.assignKeyToParallelOperator(event.series(), MAX_PARALLELISM, 3);
  }

  private static OneInputStreamOperatorTestHarness<DecodedBatch, EventBatch> harness(
      int parallelism, int subtask) throws Exception {
    OneInputStreamOperatorTestHarness<DecodedBatch, EventBatch> harness =
        new OneInputStreamOperatorTestHarness<>(
            new EventBatchOperator(), MAX_PARALLELISM, parallelism, subtask);
    harness.setup(EventBatchSerializer.TYPE.createSerializer(null));
    harness.open();
    return harness;
  }

  private static List<MetricEvent> read(Collection<EventBatch> batches) {
    List<MetricEvent> events = new ArrayList<>();
    for (EventBatch batch : batches) {
      EventBatch.Reader reader = batch.reader();
      while (reader.next()) {
        events.add(reader.event());
      }
    }
    return events;
  }
}
