// SPDX-License-Identifier: Apache-2.0
package dev.weir.evaluation.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.evaluation.figure.Bootstrap;
import dev.weir.forecast.CellKind;
import dev.weir.sandbox.synthetic.MetricKind;
import dev.weir.sandbox.synthetic.SyntheticConfig;
import dev.weir.sandbox.synthetic.SyntheticSeries;
import dev.weir.trainer.NetworkOptions;
import dev.weir.trainer.TrainingEnvironment;
import dev.weir.trainer.TrainingOptions;
import dev.weir.trainer.fit.FitConfig;
import dev.weir.trainer.history.HistorySource;
import dev.weir.trainer.window.WindowConfig;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FamilyComparisonTest {

  private static final TrainingOptions QUICK =
      TrainingOptions.DEFAULTS
          .withNetwork(NetworkOptions.DEFAULT.withHidden(8))
          .withWindows(WindowConfig.DEFAULT.withSequence(256))
          .withFit(FitConfig.DEFAULT.withEpochs(2));

  private static HistorySource seasonal() {
    return HistorySource.generated(
        new SyntheticSeries(
                new SyntheticConfig(
                    4,
                    1,
                    Set.of(MetricKind.UTILISATION, MetricKind.TRAFFIC),
                    Instant.parse("2026-01-01T00:00:00Z"),
                    Duration.ofMinutes(5),
                    Duration.ofHours(4),
                    1500,
                    0,
                    9))
            ::history);
  }

  @Test
  void measure_everyCell_givesOneRowPerCell() throws IOException {
    FamilyComparison comparison =
        new FamilyComparison(
            seasonal(), Optional.empty(), TrainingEnvironment.quiet(), Bootstrap.DEFAULT);
    List<MeasuredVariant> rows = comparison.measure(Variant.cells(QUICK));
    assertThat(rows).hasSameSizeAs(CellKind.values());
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.fit().bestEpoch()).as(row.label()).isPositive();
              assertThat(row.stepTime().nanos()).isPositive();
              assertThat(row.stepTime().lower()).isLessThanOrEqualTo(row.stepTime().upper());
              assertThat(row.bytesPerSeries()).isPositive();
            });
    String table = FamilyTable.of("cell", rows);
    assertThat(table).startsWith("| cell | units |").contains("| lstm-peephole | 8 |");
    assertThat(table.lines()).hasSize(2 + rows.size());
  }

  @Test
  void windows_full_isTheWholeSequence() {
    assertThat(Variant.windows(QUICK, List.of("8", "full")))
        .extracting(variant -> variant.options().windows().window())
        .containsExactly(8, 256);
  }

  @Test
  void forgetBiasesAndClipNorms_areAppliedToTheCellsThatUseThem() {
    assertThat(Variant.forgetBiases(QUICK, List.of(BigDecimal.ZERO, BigDecimal.valueOf(5))))
        .extracting(variant -> variant.options().fit().forgetBias())
        .containsExactly(0.0, 5.0);
    assertThat(Variant.clipNorms(QUICK, List.of(BigDecimal.ZERO)))
        .extracting(Variant::label)
        .containsExactly("elman, 0", "lstm, 0");
  }
}
