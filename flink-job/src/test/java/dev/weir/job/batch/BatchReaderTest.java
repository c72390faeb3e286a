// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.event.EventFormat;
import dev.weir.event.MetricEvent;
import dev.weir.job.decode.RecordDecoder;
import dev.weir.job.serialization.SerializedForm;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.InputStatus;
import org.junit.jupiter.api.Test;

class BatchReaderTest {

  private static final long START = 1_722_945_600_000L;

  private final SplitRecords records = new SplitRecords();
  private final BatchReader<SourceSplit> reader =
      new BatchReader<>(records, new RecordDecoder(EventFormat.JSON, 1));
  private final EmittedBatches out = new EmittedBatches();

  private static String json(String series, long later) {
    return "{\"series\":\""
        + series
        + "\",\"time\":"
        + (START + later)
        + ",\"value\":"
        + later
        + "}";
  }

  private static List<MetricEvent> events(DecodedBatch batch) {
    List<MetricEvent> events = new ArrayList<>();
    EventBatch.Reader reader = batch.events().reader();
    while (reader.next()) {
      events.add(reader.event());
    }
    return events;
  }

  @Test
  void pollNext_availableRecords_areOneBatchPerSplit() throws Exception {
    records.add(0, json("a", 1_000), json("é", 3_000), "no JSON", json("a", 2_000));
    records.add(1, json("b", 4_000));

    assertThat(reader.pollNext(out)).isEqualTo(InputStatus.NOTHING_AVAILABLE);

    List<DecodedBatch> batches = out.batches();
    assertThat(out.emitted()).extracting(EmittedBatches.Emitted::split).containsExactly("0", "1");
    assertThat(out.emitted())
        .extracting(EmittedBatches.Emitted::timestamp)
        .containsExactly(START + 3_000, START + 4_000);
    DecodedBatch first = batches.get(0);
    assertThat(events(first))
        .containsExactly(
            new MetricEvent("a", START + 1_000, new double[] {1_000}),
            new MetricEvent("é", START + 3_000, new double[] {3_000}),
            new MetricEvent("a", START + 2_000, new double[] {2_000}));
    assertThat(first.count()).isEqualTo(3);
    assertThat(first.newestMillis()).isEqualTo(START + 3_000);
    assertThat(first.malformed())
        .singleElement()
        .satisfies(
            record ->
                assertThat(record.source().value().orElseThrow())
                    .isEqualTo("no JSON".getBytes(StandardCharsets.UTF_8)));
    assertThat(events(batches.get(1)))
        .containsExactly(new MetricEvent("b", START + 4_000, new double[] {4_000}));
  }

  @Test
  void pollNext_onlyMalformedRecords_doesNotAdvanceTheWatermark() throws Exception {
    records.add(0, "no JSON");
    reader.pollNext(out);
    assertThat(out.batches())
        .singleElement()
        .extracting(DecodedBatch::newestMillis)
        .isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void pollNext_moreThanABatch_returnsAfterEachBatchWithNothingLeft() throws Exception {
    String[] many = IntStream.range(0, 2_000).mapToObj(i -> json("a", i)).toArray(String[]::new);
    records.add(0, many);

    assertThat(reader.pollNext(out)).isEqualTo(InputStatus.MORE_AVAILABLE);
    int before = records.emitted();
    assertThat(before).isLessThan(many.length);
    assertThat(out.batches().get(0).count()).isEqualTo(before);
    while (reader.pollNext(out) == InputStatus.MORE_AVAILABLE) {
      assertThat(records.emitted()).isGreaterThan(before);
    }

    assertThat(out.batches().stream().flatMap(batch -> events(batch).stream()))
        .extracting(MetricEvent::timeMillis)
        .containsExactlyElementsOf(
            IntStream.range(0, many.length).mapToObj(i -> START + i).toList());
  }

  @Test
  void batch_writtenAndRead_isEqual() throws Exception {
    records.add(0, json("a", 1_000), "no JSON");
    reader.pollNext(out);
    DecodedBatch batch = out.batches().get(0);
    TypeSerializer<DecodedBatch> serializer = DecodedBatchSerializer.TYPE.createSerializer(null);
    assertThat(SerializedForm.throughACheckpoint(serializer, batch))
        .usingRecursiveComparison()
        .isEqualTo(batch);
  }
}
