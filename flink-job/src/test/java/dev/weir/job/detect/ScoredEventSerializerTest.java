// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.decision.Alert;
import dev.weir.decision.Band;
import dev.weir.decision.Decision;
import dev.weir.decision.Evidence;
import dev.weir.decision.Guarantee;
import dev.weir.decision.Incident;
import dev.weir.detect.ScoredPoint;
import dev.weir.job.serialization.SerializedForm;
import dev.weir.score.Signal;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ScoredEventSerializerTest {

  @Provide
  static Arbitrary<ScoredEvent> points() {
    Arbitrary<double[]> values = doubles();
    Arbitrary<Band> bands =
        Arbitraries.oneOf(
            Arbitraries.just(Band.NONE), Combinators.combine(values, values, values).as(Band::new));
    Arbitrary<Evidence> evidence =
        Combinators.combine(
                Arbitraries.longs(),
                values,
                bands,
                Arbitraries.doubles(),
                Arbitraries.doubles(),
                Arbitraries.of(Signal.class),
                values,
                Arbitraries.of(Guarantee.class))
            .as(Evidence::new);
    return Combinators.combine(
            Arbitraries.strings(),
            Arbitraries.strings(),
            evidence.flatMap(ScoredEventSerializerTest::scored))
        .as(ScoredEvent::new);
  }

  private static Arbitrary<double[]> doubles() {
    return Arbitraries.doubles().array(double[].class).ofMinSize(1).ofMaxSize(4);
  }

  private static Arbitrary<ScoredPoint> scored(Evidence evidence) {
    Arbitrary<Decision> decisions =
        Arbitraries.oneOf(
            Arbitraries.integers().map(Decision.WarmingUp::new),
            Arbitraries.of(Decision.NORMAL, Decision.ANOMALOUS));
    Arbitrary<Incident> incidents =
        Combinators.combine(
                Arbitraries.longs(),
                Arbitraries.longs(),
                Arbitraries.doubles(),
                Arbitraries.integers())
            .as(Incident::new);
    Arbitrary<Optional<Alert>> alerts =
        Combinators.combine(Arbitraries.of(Alert.Status.class), incidents)
            .as((status, incident) -> new Alert(status, incident, evidence))
            .optional();
    return Combinators.combine(
            Arbitraries.doubles(),
            Arbitraries.of(true, false),
            decisions,
            alerts,
            Arbitraries.of(true, false))
        .as(
            (surprise, standsOut, decision, alert, restarted) ->
                new ScoredPoint(evidence, surprise, standsOut, decision, alert, restarted));
  }

  @Property(tries = 200)
  void point_writtenAndRead_isEqual(@ForAll("points") ScoredEvent point) {
    assertThat(
            SerializedForm.throughACheckpoint(
                ScoredEventSerializer.TYPE.createSerializer(null), point))
        .usingRecursiveComparison()
        .isEqualTo(point);
  }
}
