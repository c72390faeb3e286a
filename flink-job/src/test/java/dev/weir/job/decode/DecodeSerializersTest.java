// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.event.MetricEvent;
import dev.weir.job.serialization.SerializedForm;
import dev.weir.job.source.SourceRecord;
import dev.weir.job.source.SourceRecord.Position;
import dev.weir.job.source.SourceRecord.SourceHeader;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DecodeSerializersTest {

  @Provide
  static Arbitrary<MetricEvent> events() {
    Arbitrary<String> series =
        Arbitraries.strings().ofMinLength(1).ofMaxLength(170).filter(name -> !name.isBlank());
    Arbitrary<double[]> values =
        Arbitraries.doubles()
            .between(-MetricEvent.MAX_MAGNITUDE, MetricEvent.MAX_MAGNITUDE)
            .array(double[].class)
            .ofMinSize(1)
            .ofMaxSize(8);
    return Combinators.combine(series, Arbitraries.longs(), values).as(MetricEvent::new);
  }

  @Provide
  static Arbitrary<MalformedRecord> malformed() {
    Arbitrary<Position> positions =
        Combinators.combine(Arbitraries.strings(), Arbitraries.integers(), Arbitraries.longs())
            .as(Position::new);
    Arbitrary<SourceHeader> headers =
        Combinators.combine(Arbitraries.strings(), optionalBytes()).as(SourceHeader::new);
    return Combinators.combine(
            positions,
            Arbitraries.longs(),
            optionalBytes(),
            optionalBytes(),
            headers.list().ofMaxSize(4))
        .as(SourceRecord::new)
        .flatMap(
            source -> Arbitraries.strings().map(reason -> new MalformedRecord(source, reason)));
  }

  private static Arbitrary<Optional<byte[]>> optionalBytes() {
    return Arbitraries.bytes().array(byte[].class).ofMaxSize(64).optional();
  }

  @Property(tries = 200)
  void event_writtenAndRead_isEqual(@ForAll("events") MetricEvent event) {
    assertThat(
            SerializedForm.throughACheckpoint(
                MetricEventSerializer.TYPE.createSerializer(null), event))
        .isEqualTo(event);
  }

  @Property(tries = 200)
  void malformed_writtenAndRead_isEqual(@ForAll("malformed") MalformedRecord record) {
    assertThat(
            SerializedForm.throughACheckpoint(
                MalformedRecordSerializer.TYPE.createSerializer(null), record))
        .usingRecursiveComparison()
        .isEqualTo(record);
  }

  @Example
  void layouts_ofRecords_areTheGoldenOnes() {
    MetricEvent event = new MetricEvent("a", 1_000, new double[] {1.5});
    MalformedRecord malformed =
        new MalformedRecord(
            new SourceRecord(
                new Position("t", 1, 2),
                3,
                Optional.empty(),
                Optional.of(new byte[] {4}),
                List.of(new SourceHeader("h", Optional.of(new byte[] {5})))),
            "r");

    assertThat(SerializedForm.hex(new MetricEventSerializer(1), event))
        .isEqualTo("0261" + "00000000000003e8" + "00000001" + "3ff8000000000000");
    assertThat(SerializedForm.hex(new MalformedRecordSerializer(1), malformed))
        .isEqualTo(
            "0274"
                + "00000001"
                + "0000000000000002"
                + "0000000000000003"
                + "ffffffff"
                + "0000000104"
                + "00000001"
                + "0268"
                + "0000000105"
                + "0272");
  }
}
